package org.rovingpm.stuck.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.stuck.StuckCaseFilter;
import org.rovingpm.stuck.Viewer;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The cases in which somebody looks for stuck ones: those of a PM, of practices by name, or one by its number. They
 * are found first, once for all causes and ratings, so that the database knows how many there are and can plan its
 * queries.
 */
@Component
class StuckCaseQuery {

    private static final String OF_PM = """
        select x.case_reference from published_placement x join published_pm y on y.user_id = x.pm
         where x.ended_on is null and (y.user_id = :exactly or y.name ilike :typed escape '!')""";
    private static final String PRACTICES =
            "select ods_code from published_practice where name ilike :typed escape '!'";
    private static final String OF_PRACTICE = """
        exists (select from published_case_practice c where c.case_reference = s.reference and c.ods_code = any (:practices))""";

    private final JdbcClient jdbc;

    StuckCaseQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return empty if nothing can match, or this person may not search by it */
    Optional<Among> of(Viewer viewer, StuckCaseFilter filter) {
        return bySearch(viewer, filter.search()).flatMap(found -> byPm(viewer, filter.pm(), found));
    }

    private Optional<Among> bySearch(Viewer viewer, String search) {
        if (search == null) {
            return Optional.of(Among.ALL);
        }
        Optional<CaseReference> reference = CaseReference.read(search);
        if (reference.isPresent()) {
            return Optional.of(Among.ALL.and(
                    "s.reference = :search", "search", reference.get().value()));
        }
        return viewer.seesPractices()
                ? among(Among.ALL, OF_PRACTICE, "practices", PRACTICES, search)
                : Optional.empty();
    }

    private Optional<Among> byPm(Viewer viewer, String pm, Among found) {
        if (pm == null) {
            return Optional.of(found);
        }
        return viewer.seesPractices() ? among(found, "s.reference = any (:ofPm)", "ofPm", OF_PM, pm) : Optional.empty();
    }

    private Optional<Among> among(Among found, String condition, String name, String question, String typed) {
        String[] keys = jdbc.sql(question)
                .param("exactly", typed)
                .param("typed", "%" + escaped(typed) + "%")
                .query(String.class)
                .list()
                .toArray(String[]::new);
        return keys.length == 0 ? Optional.empty() : Optional.of(found.and(condition, name, keys));
    }

    private static String escaped(String typed) {
        return typed.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /**
     * @param condition SQL on the row "s" that begins with "and"; empty for all
     * @param values    of its parameters
     */
    record Among(String condition, Map<String, Object> values) {

        static final Among ALL = new Among("", Map.of());

        boolean isAll() {
            return condition.isEmpty();
        }

        private Among and(String more, String name, Object value) {
            Map<String, Object> all = new HashMap<>(values);
            all.put(name, value);
            return new Among(condition + " and " + more, all);
        }
    }
}
