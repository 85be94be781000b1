package org.rovingpm.casechange.process;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.rovingpm.choice.ChoiceList;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.supportcase.Office;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The practices that may leave an open case, for the office: none of a case that is hidden from the reader. Read for each reader anew.
 */
@Component
class FurtherPractices extends ChoiceList<FurtherPractice> {

    /** Nobody looks through more; one of a case beyond them leaves it from the page of the case. */
    private static final int MOST = 2_000;

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final ObjectProvider<HiddenCases> hiddenCases;
    private final JdbcClient jdbc;

    /** @param hiddenCases asked for late, as the engine is: it fills in lists itself */
    FurtherPractices(
            ObjectProvider<ProcessEngineConfigurationImpl> engine,
            ObjectProvider<HiddenCases> hiddenCases,
            JdbcClient jdbc) {
        super("furtherPracticeOptions", FurtherPractice.class, List::of);
        this.engine = engine;
        this.hiddenCases = hiddenCases;
        this.jdbc = jdbc;
    }

    @Override
    public List<FurtherPractice> all() {
        Authentication reader = engine.getObject().getIdentityService().getCurrentAuthentication();
        return reader == null || reader.getUserId() == null || reader.getGroupIds() == null ? List.of() : of(reader);
    }

    private List<FurtherPractice> of(Authentication reader) {
        if (!Office.includes(reader.getGroupIds())) {
            return List.of();
        }
        return jdbc.sql("""
                select c.reference, l.ods_code, n.name
                  from published_case_practice l
                  join published_case c on c.reference = l.case_reference
                  join published_practice n on n.ods_code = l.ods_code
                 where not l.leads and c.closed_at is null
                   and c.reference not in (select h.case_reference from published_hidden_cases(:reader, :today) h)
                 order by n.name, c.reference limit :most""")
                .param("reader", reader.getUserId())
                .param("today", hiddenCases.getObject().today())
                .param("most", MOST)
                .query((row, number) -> new FurtherPractice(
                        row.getString("reference"), row.getString("ods_code"), row.getString("name")))
                .list();
    }
}
