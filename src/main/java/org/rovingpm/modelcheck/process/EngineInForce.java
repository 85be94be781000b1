package org.rovingpm.modelcheck.process;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rovingpm.access.Role;
import org.rovingpm.hiddencase.EngineTables;
import org.rovingpm.modelcheck.known.InForce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The models in force in the engine, and the steps of its cases, read from its tables, because the person who deploys
 * may have no right to query cases. Cases that are hidden from them do not count.
 */
@Component
class EngineInForce implements InForce {

    private final JdbcClient jdbc;
    private final EngineTables engineTables;

    EngineInForce(JdbcClient jdbc, EngineTables engineTables) {
        this.jdbc = jdbc;
        this.engineTables = engineTables;
    }

    @Override
    public Optional<byte[]> form(String id) {
        return latest("act_re_camformdef", id);
    }

    @Override
    public Optional<byte[]> process(String id) {
        return latest("act_re_procdef", id);
    }

    @Override
    public Set<String> processes() {
        return new TreeSet<>(jdbc.sql("select distinct key_ from act_re_procdef")
                .query(String.class)
                .list());
    }

    @Override
    public Optional<byte[]> decision(String id) {
        return latest("act_re_decision_def", id);
    }

    @Override
    public boolean group(String id) {
        return Role.ofGroup(id).isPresent()
                || jdbc.sql("select count(*) from act_id_group where id_ = :id")
                                .param("id", id)
                                .query(Long.class)
                                .single()
                        > 0;
    }

    @Override
    public Optional<Boolean> account(String id) {
        return Optional.of(jdbc.sql("select count(*) from act_id_user where id_ = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0);
    }

    @Override
    public Optional<Map<String, Long>> casesAt(String process) {
        return Optional.of(engineTables.read(() -> countCasesAt(process)));
    }

    private Map<String, Long> countCasesAt(String process) {
        Map<String, Long> cases = new TreeMap<>();
        jdbc.sql("""
                select e.act_id_, count(distinct e.proc_inst_id_) as cases
                from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                where d.key_ = :process and e.act_id_ is not null
                group by e.act_id_""")
                .param("process", process)
                .query((row, number) -> cases.put(row.getString("act_id_"), row.getLong("cases")))
                .list();
        return cases;
    }

    private Optional<byte[]> latest(String definitions, String key) {
        return jdbc.sql("""
                select r.bytes_ from %s d join act_ge_bytearray r on r.deployment_id_ = d.deployment_id_ and r.name_ = d.resource_name_
                where d.key_ = :key order by d.version_ desc limit 1""".formatted(definitions))
                .param("key", key)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }
}
