package org.rovingpm.stuck.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.answer.QuestionKinds;
import org.rovingpm.hiddencase.CaseReader;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.practice.Practices;
import org.rovingpm.stuck.Cause;
import org.rovingpm.stuck.Limits;
import org.rovingpm.stuck.StuckCase;
import org.rovingpm.stuck.StuckCaseFilter;
import org.rovingpm.stuck.StuckCases;
import org.rovingpm.stuck.Viewer;
import org.rovingpm.stuck.process.StuckCaseQuery.Among;
import org.rovingpm.supportcase.Rag;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Queries our tables and the engine's, once for each rating: red first, and the others while there is room. */
@Component
class EngineStuckCases implements StuckCases {

    private static final String WITH_NAMES = """
        select s.*, p.name as practice,
               (select count(*) from published_case_practice o where o.case_reference = s.reference) as practices, d.name_ as process, d.version_ as version,
               coalesce(s.reference = any (array(select case_reference from published_hidden_cases(:user, :today))), false) as hidden
          from (%s) s
        left join published_case_practice l on l.case_reference = s.reference and l.leads
        left join published_practice p on p.ods_code = l.ods_code left join act_re_procdef d on d.id_ = s.definition
        order by s.waits_since, s.id""";

    /** Written so that the database can estimate how many cases have a rating, and reads the late ones in order. */
    private static final String OF_RATING = "(s.agreed_rag = :rag or s.agreed_rag is null and s.suggested_rag = :rag)";

    private static final String WITHOUT_RATING = "coalesce(s.agreed_rag, s.suggested_rag) is null";

    /** Of a case that is only confidential, whoever mends processes sees number, step and cause. */
    private static final String NOT_HIDDEN = """
        (s.reference is null
         or s.reference <> all (array(
                select case_reference from published_hidden_cases(:user, :today) where not confidential or not :mends)))""";

    /** Worst first. Failures outside cases have no rating. */
    private static final List<Rag> RATINGS = Arrays.asList(Rag.RED, Rag.AMBER, Rag.GREEN, null);

    private final JdbcClient jdbc;
    private final StuckCaseQuery stuckCaseQuery;
    private final Limits limits;
    private final StepNames steps;
    private final PersonDirectory people;
    private final QuestionKinds questions;
    private final HiddenCases hiddenCases;
    private final Clock clock;

    EngineStuckCases(
            JdbcClient jdbc,
            StuckCaseQuery stuckCaseQuery,
            Limits limits,
            StepNames steps,
            PersonDirectory people,
            QuestionKinds questions,
            HiddenCases hiddenCases,
            Clock clock) {
        this.jdbc = jdbc;
        this.stuckCaseQuery = stuckCaseQuery;
        this.limits = limits;
        this.steps = steps;
        this.people = people;
        this.questions = questions;
        this.hiddenCases = hiddenCases;
        this.clock = clock;
    }

    @Override
    public List<StuckCase> of(Viewer viewer, StuckCaseFilter filter, int first, int most) {
        int needed = Math.min(Math.max(first, 0) + Math.max(most, 1), MOST);
        Optional<Among> among = stuckCaseQuery.of(viewer, filter);
        if (among.isEmpty()) {
            return List.of();
        }
        Criteria criteria = new Criteria(viewer, filter.cause(), among.get(), limits.inForce());
        List<StuckCase> found = new ArrayList<>();
        for (Rag rag : RATINGS) {
            if (found.size() < needed && (filter.rag() == null || filter.rag() == rag)) {
                found.addAll(query(criteria, rag, needed - found.size(), ""));
            }
        }
        return named(found.stream().skip(first).toList());
    }

    @Override
    public Optional<StuckCase> find(Viewer viewer, Cause cause, String id) {
        Criteria criteria = new Criteria(viewer, cause, Among.ALL, limits.inForce());
        return RATINGS.stream()
                .flatMap(rag -> query(criteria, rag, 1, id).stream())
                .findFirst()
                .map(found -> named(List.of(found)).get(0));
    }

    @Override
    public List<Count> count(CaseReader reader) {
        Map<String, Object> values = new HashMap<>(Map.of("user", reader.person(), "mends", reader.mends()));
        moment(values, limits.inForce());
        String all = Arrays.stream(StuckQuestion.values())
                .map(question -> question.lateOfAllRatings(NOT_HIDDEN))
                .collect(Collectors.joining("\nunion all "));
        return jdbc.sql("select cause, rag, count(*) as number from (" + all + ") s group by cause, rag")
                .params(values)
                .query((row, number) -> new Count(
                        Cause.valueOf(row.getString("cause")),
                        row.getString("rag") == null ? null : Rag.valueOf(row.getString("rag")),
                        row.getInt("number")))
                .list();
    }

    /** The current time, and the times before which something has waited too long, by cause and rating. */
    private void moment(Map<String, Object> values, Limits.InForce limits) {
        Instant now = clock.instant();
        values.put("today", hiddenCases.today());
        values.put("now", now.atOffset(ZoneOffset.UTC));
        values.put("linkValid", questions.linkValid().toString());
        for (Cause cause : Cause.values()) {
            RATINGS.forEach(rag -> values.put(
                    StuckQuestion.limit(cause, rag),
                    now.minus(limits.of(cause, rag)).atOffset(ZoneOffset.UTC)));
        }
    }

    /**
     * The parameters that are the same for all ratings.
     *
     * @param cause null for all
     */
    private record Criteria(Viewer viewer, Cause cause, Among among, Limits.InForce limits) {

        boolean includes(Cause one) {
            return (cause == null || cause == one)
                    && (one != Cause.FAULTY_VERSION || viewer.seesProcesses() && among.isAll());
        }
    }

    private List<StuckCase> query(Criteria criteria, Rag rag, int most, String id) {
        Map<String, Object> values = new HashMap<>(criteria.among().values());
        String conditions = conditions(criteria, rag, values);
        List<StuckQuestion> questions = Arrays.stream(StuckQuestion.values())
                .filter(question -> criteria.includes(question.cause()))
                .toList();
        if (questions.isEmpty()) {
            return List.of();
        }
        moment(values, criteria.limits());
        values.put("most", most);
        values.put("id", id);
        String all = questions.stream()
                .map(question -> id.isEmpty()
                        ? question.latest(rag, conditions)
                        : question.late(rag, conditions + " and s.id = :id"))
                .collect(Collectors.joining("\nunion all "));
        return jdbc.sql(WITH_NAMES.formatted("select * from (" + all + ") a order by a.waits_since, a.id limit :most"))
                .params(values)
                .query((row, number) -> stuck(row, criteria, rag))
                .list();
    }

    private String conditions(Criteria criteria, Rag rag, Map<String, Object> values) {
        values.put("user", criteria.viewer().user());
        values.put("mends", criteria.viewer().usesCockpit());
        values.put("rag", rag == null ? null : rag.name());
        return (rag == null ? WITHOUT_RATING : OF_RATING) + " and " + NOT_HIDDEN
                + (criteria.viewer().seesProcesses() ? "" : " and s.reference is not null")
                + criteria.among().condition();
    }

    private StuckCase stuck(ResultSet row, Criteria criteria, Rag rag) throws SQLException {
        Viewer viewer = criteria.viewer();
        Cause cause = Cause.valueOf(row.getString("cause"));
        Instant since = row.getObject("waits_since", OffsetDateTime.class)
                .toInstant()
                .plus(criteria.limits().of(cause, rag));
        String definition = row.getString("definition");
        String step = row.getString("step");
        boolean whole = viewer.seesPractices() && !row.getBoolean("hidden");
        return new StuckCase(
                cause,
                row.getString("id"),
                row.getString("reference"),
                whole ? Practices.inShort(row.getString("practice"), row.getInt("practices")) : null,
                row.getBoolean("hidden") ? null : rag,
                step == null && definition != null ? steps.nameOf(definition, row.getString("activity")) : step,
                definition == null ? null : "%s, version %d".formatted(row.getString("process"), row.getInt("version")),
                since,
                row.getString("why"),
                whole ? row.getString("person") : null,
                null,
                row.getString("task"),
                row.getString("instance"),
                row.getBoolean("retrying"),
                row.getInt("failures"));
    }

    private List<StuckCase> named(List<StuckCase> found) {
        Map<String, String> names = people.namesOf(found.stream()
                .map(StuckCase::person)
                .filter(person -> person != null)
                .distinct()
                .toList());
        return found.stream()
                .map(one -> one.person() == null ? one : one.withName(names.getOrDefault(one.person(), one.person())))
                .toList();
    }
}
