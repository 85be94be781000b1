package org.rovingpm.stuck.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.answer.QuestionKinds;
import org.rovingpm.roster.DeclaredInterests;
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

/** Asks our tables and the engine's, one question a rating: the red ones first, and the others while there is room. */
@Component
class EngineStuckCases implements StuckCases {

    private static final String WITH_NAMES = """
        select s.*, p.name as practice, d.name_ as process, d.version_ as version from (%s) s
        left join practice p on p.ods_code = s.ods_code left join act_re_procdef d on d.id_ = s.definition order by s.base, s.id""";
    /** The worst first; what belongs to no case has none. */
    private static final List<Rag> RATINGS = Arrays.asList(Rag.RED, Rag.AMBER, Rag.GREEN, null);

    private static final String NO_INTEREST = DeclaredInterests.noneOf(":user", "c.ods_code");
    private final JdbcClient jdbc;
    private final StuckCaseQuery wantedCases;
    private final Limits limits;
    private final StepNames steps;
    private final PersonDirectory people;
    private final QuestionKinds questions;
    private final DeclaredInterests interests;
    private final Clock clock;

    EngineStuckCases(
            JdbcClient jdbc,
            StuckCaseQuery wantedCases,
            Limits limits,
            StepNames steps,
            PersonDirectory people,
            QuestionKinds questions,
            DeclaredInterests interests,
            Clock clock) {
        this.jdbc = jdbc;
        this.wantedCases = wantedCases;
        this.limits = limits;
        this.steps = steps;
        this.people = people;
        this.questions = questions;
        this.interests = interests;
        this.clock = clock;
    }

    @Override
    public List<StuckCase> of(Viewer viewer, StuckCaseFilter wanted, int first, int most) {
        int needed = Math.min(Math.max(first, 0) + Math.max(most, 1), MOST);
        Optional<Among> among = wantedCases.of(viewer, wanted);
        if (among.isEmpty()) {
            return List.of();
        }
        Asked asked = new Asked(viewer, wanted.cause(), among.get(), limits.inForce());
        List<StuckCase> found = new ArrayList<>();
        for (Rag rag : RATINGS) {
            if (found.size() < needed && (wanted.rag() == null || wanted.rag() == rag)) {
                found.addAll(ask(asked, rag, needed - found.size(), ""));
            }
        }
        return named(found.stream().skip(first).toList());
    }

    @Override
    public Optional<StuckCase> find(Viewer viewer, Cause cause, String id) {
        Asked asked = new Asked(viewer, cause, Among.ALL, limits.inForce());
        return RATINGS.stream()
                .flatMap(rag -> ask(asked, rag, 1, id).stream())
                .findFirst()
                .map(found -> named(List.of(found)).get(0));
    }

    @Override
    public List<Number> count() {
        Map<String, Object> values = new HashMap<>();
        Instant now = moment(values);
        Limits.InForce inForce = limits.inForce();
        for (Cause cause : Cause.values()) {
            RATINGS.forEach(rag -> values.put(
                    cause.key() + rag, now.minus(inForce.of(cause, rag)).atOffset(ZoneOffset.UTC)));
        }
        String all = StuckSql.ALL.stream()
                .map(question -> question.ask(
                        cause -> RATINGS.stream()
                                .filter(Objects::nonNull)
                                .map(rag -> "when '%s' then :%s%s".formatted(rag, cause.key(), rag))
                                .collect(Collectors.joining(
                                        " ", "case <rag> ", " else :%snull end".formatted(cause.key()))),
                        ""))
                .collect(Collectors.joining("\nunion all "));
        return jdbc.sql("select cause, rag, count(*) as things from (" + all + ") s group by cause, rag")
                .params(values)
                .query((row, number) -> new Number(
                        Cause.valueOf(row.getString("cause")),
                        row.getString("rag") == null ? null : Rag.valueOf(row.getString("rag")),
                        row.getInt("things")))
                .list();
    }

    private Instant moment(Map<String, Object> values) {
        Instant now = clock.instant();
        values.put("now", now.atOffset(ZoneOffset.UTC));
        values.put("local", Timestamp.from(now));
        values.put("linkValid", questions.linkValid().toString());
        return now;
    }

    /** What holds for all ratings. @param cause null for every one */
    private record Asked(Viewer viewer, Cause cause, Among among, Limits.InForce limits) {

        boolean includes(Cause one) {
            return (cause == null || cause == one)
                    && (one != Cause.FAULTY_VERSION || viewer.seesProcesses() && among.isAll());
        }
    }

    private List<StuckCase> ask(Asked asked, Rag rag, int most, String id) {
        Map<String, Object> values = new HashMap<>(asked.among().values());
        String also = conditions(asked.viewer(), rag, values) + asked.among().condition();
        List<StuckSql> questions = StuckSql.ALL.stream()
                .filter(question -> asked.includes(question.cause()))
                .toList();
        if (questions.isEmpty()) {
            return List.of();
        }
        Instant now = moment(values);
        values.put("most", most);
        for (Cause cause : Cause.values()) {
            values.put(cause.key(), now.minus(asked.limits().of(cause, rag)).atOffset(ZoneOffset.UTC));
        }
        boolean one = !id.isEmpty();
        values.put("id", id);
        String all = questions.stream()
                .map(question -> one
                        ? "(select * from (" + question.ask(cause -> ":" + cause.key(), also) + ") x where x.id = :id)"
                        : question.askFirst(cause -> ":" + cause.key(), also))
                .collect(Collectors.joining("\nunion all "));
        return jdbc.sql(WITH_NAMES.formatted("select * from (" + all + ") a order by a.base, a.id limit :most"))
                .params(values)
                .query((row, number) -> stuck(row, asked, rag))
                .list();
    }

    private String conditions(Viewer viewer, Rag rag, Map<String, Object> values) {
        values.put("user", viewer.user());
        values.put("today", interests.today());
        values.put("rag", rag == null ? null : rag.name());
        StringBuilder also = new StringBuilder(rag == null ? " and <rag> is null" : " and <of rating>")
                .append(" and ")
                .append(NO_INTEREST);
        if (!viewer.seesProcesses()) {
            also.append(" and c.reference is not null");
        }
        return also.toString();
    }

    private StuckCase stuck(ResultSet row, Asked asked, Rag rag) throws SQLException {
        Viewer viewer = asked.viewer();
        Cause cause = Cause.valueOf(row.getString("cause"));
        Instant since = row.getObject("base", OffsetDateTime.class)
                .toInstant()
                .plus(asked.limits().of(cause, rag));
        String definition = row.getString("definition");
        String step = row.getString("step");
        return new StuckCase(
                cause,
                row.getString("id"),
                row.getString("reference"),
                viewer.seesPractices() ? row.getString("practice") : null,
                rag,
                step == null && definition != null ? steps.nameOf(definition, row.getString("activity")) : step,
                definition == null ? null : "%s, version %d".formatted(row.getString("process"), row.getInt("version")),
                since,
                row.getString("why"),
                viewer.seesPractices() ? row.getString("person") : null,
                null,
                row.getString("task"),
                row.getString("instance"),
                row.getBoolean("again"),
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
