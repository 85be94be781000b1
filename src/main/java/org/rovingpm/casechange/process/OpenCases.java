package org.rovingpm.casechange.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.rovingpm.choice.ChoiceList;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.supportcase.Office;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The open cases that whoever opens the form may change, by practice: those of the office are all, those of a PM their own, and none
 * that is hidden from them. Read for each reader anew.
 */
@Component
class OpenCases extends ChoiceList<OpenCase> {

    /** Nobody looks through more; a case beyond them is changed from its page. */
    private static final int MOST = 2_000;

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final ObjectProvider<HiddenCases> hiddenCases;
    private final JdbcClient jdbc;

    /** @param hiddenCases asked for late, as the engine is: it fills in lists itself */
    OpenCases(
            ObjectProvider<ProcessEngineConfigurationImpl> engine,
            ObjectProvider<HiddenCases> hiddenCases,
            JdbcClient jdbc) {
        super("openCaseOptions", OpenCase.class, List::of);
        this.engine = engine;
        this.hiddenCases = hiddenCases;
        this.jdbc = jdbc;
    }

    @Override
    public List<OpenCase> all() {
        Authentication reader = engine.getObject().getIdentityService().getCurrentAuthentication();
        return reader == null || reader.getUserId() == null ? List.of() : of(reader);
    }

    private List<OpenCase> of(Authentication reader) {
        return jdbc.sql("""
                select c.reference, string_agg(n.name, ' and ' order by l.leads desc, l.ods_code) as practices
                  from published_case c
                  join published_case_practice l on l.case_reference = c.reference
                  join published_practice n on n.ods_code = l.ods_code
                 where c.closed_at is null
                   and (:office or exists (select from published_placement p
                            where p.case_reference = c.reference and p.pm = :reader and p.ended_on is null))
                   and c.reference not in (select h.case_reference from published_hidden_cases(:reader, :today) h)
                 group by c.reference order by practices, c.reference limit :most""")
                .params(Map.of(
                        "office",
                        Office.includes(reader.getGroupIds() == null ? List.of() : reader.getGroupIds()),
                        "reader",
                        reader.getUserId(),
                        "today",
                        hiddenCases.getObject().today(),
                        "most",
                        MOST))
                .query((row, number) -> new OpenCase(row.getString("reference"), row.getString("practices")))
                .list();
    }
}
