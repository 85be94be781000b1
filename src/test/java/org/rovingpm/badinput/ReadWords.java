package org.rovingpm.badinput;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.rovingpm.answer.Question;
import org.rovingpm.answer.QuestionKind;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.fixture.model.PackagedForm;
import org.rovingpm.fixture.model.PackagedForm.Field;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who reads what people type into the forms of a case. Words that reach the practice, by a message or on the page of a question, or a
 * PM by a message, are said to where they are typed: the hint of their field names the reader.
 */
final class ReadWords {

    private static final List<String> PROCESSES = List.of(
            SupportCaseProcess.KEY,
            ManagerMatchingProcess.KEY,
            JobPlanApprovalProcess.KEY,
            WeeklyCheckInProcess.KEY,
            CaseClosureProcess.KEY,
            CaseChangeProcess.KEY);

    /** Those of the roster and of funds, which are not written about a case. */
    private static final Set<String> OTHER_FORMS = Set.of("change-roster", "change-fund");

    /** Whom the messages go to, and whom the PM rings: their name and addresses. */
    private static final Set<String> CONTACT =
            Set.of("odsCode", "joiningPractice", "contactName", "contactRole", "contactTelephone", "contactEmail");

    /** Of a variation, of a referral, and of a request that is accepted without advice first, which are not on this way. */
    private static final Set<String> ELSEWHERE = Set.of(
            "assess-request, helpNeeded: read by the PM",
            "prepare-job-plan, reason: read by the practice",
            "request-help, consentGivenBy: read by the practice");

    private static final int MOST_ROUNDS = 5;

    private enum Reader {
        PRACTICE("practice"),
        PM("PM");

        private final String name;
        private final Pattern hint;

        Reader(String name) {
            this.name = name;
            hint = Pattern.compile("\\b%s\\b[^.]*\\b(reads?|gets|will be sent)\\b".formatted(name));
        }

        boolean isNamedIn(String text) {
            return hint.matcher(text).find() && !text.contains("does not read");
        }
    }

    /** What was typed into one field. */
    private record Typed(String form, Field field, String words, boolean byPm) {}

    private final JdbcClient jdbc;
    private final RuntimeService processes;
    private final ManagementService jobs;
    private final List<QuestionKind<?>> questions = new ArrayList<>();
    private final Map<String, Typed> sofar = new LinkedHashMap<>();
    private final Set<String> found = new TreeSet<>();

    ReadWords(ApplicationContext context) {
        jdbc = context.getBean(JdbcClient.class);
        processes = context.getBean(RuntimeService.class);
        jobs = context.getBean(ManagementService.class);
        context.getBeansOfType(QuestionKind.class).values().forEach(questions::add);
    }

    /** The plain answer, each of its texts known by the field that it is typed into. They are looked for at the end. */
    Map<String, Object> marked(String form, Map<String, Object> plain, boolean byPm) {
        if (OTHER_FORMS.contains(form)) {
            return plain;
        }
        Map<String, Object> marked = new HashMap<>(plain);
        PackagedForm.named(form).fields().stream()
                .filter(field -> isText(field) && plain.get(field.name()) instanceof String text && !text.isEmpty())
                .forEach(field ->
                        marked.put(field.name(), "%s (%s, %s)".formatted(plain.get(field.name()), form, field.name())));
        typed(form, marked, byPm)
                .forEach(typed -> sofar.put(form + " " + typed.field().name(), typed));
        return marked;
    }

    /** Looks for what has been typed so far. */
    List<String> faults(String reference) {
        return faults(reference, sofar.values().stream());
    }

    /** The fields whose hint names a reader whom their words have not reached by any answer so far. */
    List<String> untrueHints() {
        return PackagedForm.all()
                .filter(form -> !OTHER_FORMS.contains(form.name()))
                .flatMap(form -> form.fields().stream()
                        .flatMap(field -> Stream.concat(Stream.of(field), field.entry().stream()))
                        .filter(ReadWords::isText)
                        .flatMap(field -> Stream.of(Reader.values())
                                .filter(reader -> reader.isNamedIn(hint(field)))
                                .map(reader -> read(form.name(), field, reader))))
                .filter(read -> !found.contains(read) && !ELSEWHERE.contains(read))
                .toList();
    }

    /** Lets the case go on as far as it does by itself, and looks for the texts of this answer. */
    List<String> faultsAfter(String reference, String form, Map<String, Object> answer, boolean byPm) {
        if (OTHER_FORMS.contains(form)) {
            return List.of();
        }
        goOn(reference);
        return faults(reference, typed(form, answer, byPm));
    }

    private List<String> faults(String reference, Stream<Typed> typed) {
        Map<Reader, String> read = Map.of(
                Reader.PRACTICE,
                sent(reference, "practice") + shown(reference),
                Reader.PM,
                sent(reference, "pm") + sent(reference, "offered-pm"));
        return typed.flatMap(one -> read.entrySet().stream()
                        .filter(reader -> !(one.byPm() && reader.getKey() == Reader.PM))
                        .filter(reader -> reader.getValue().contains(one.words()))
                        .peek(reader -> found.add(read(one.form(), one.field(), reader.getKey())))
                        .filter(reader -> !reader.getKey().isNamedIn(hint(one.field())))
                        .map(reader ->
                                read(one.form(), one.field(), reader.getKey()) + ", and its hint does not say so"))
                .toList();
    }

    private static String hint(Field field) {
        return field.json().path("description").asText();
    }

    private static String read(String form, Field field, Reader reader) {
        return "%s, %s: read by the %s".formatted(form, field.name(), reader.name);
    }

    private static Stream<Typed> typed(String form, Map<String, Object> answer, boolean byPm) {
        return PackagedForm.named(form).fields().stream()
                .filter(field -> answer.get(field.name()) != null)
                .flatMap(field -> field.type().equals("dynamiclist")
                        ? ((List<?>) answer.get(field.name())).stream().flatMap(entry -> field.entry().stream()
                                .filter(part -> !part.json().path("readonly").asBoolean())
                                .map(part -> new Typed(
                                        form, part, String.valueOf(((Map<?, ?>) entry).get(part.name())), byPm)))
                        : Stream.of(new Typed(form, field, String.valueOf(answer.get(field.name())), byPm)))
                .filter(typed -> isText(typed.field()));
    }

    private static boolean isText(Field field) {
        return List.of("textfield", "textarea").contains(field.type()) && !CONTACT.contains(field.name());
    }

    private void goOn(String reference) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<String> waiting =
                    processes.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                            .filter(instance -> PROCESSES.stream().anyMatch(key -> instance.getProcessDefinitionId()
                                    .startsWith(key + ":")))
                            .flatMap(instance ->
                                    jobs
                                            .createJobQuery()
                                            .processInstanceId(instance.getId())
                                            .messages()
                                            .list()
                                            .stream())
                            .map(org.camunda.bpm.engine.runtime.Job::getId)
                            .toList();
            waiting.forEach(jobs::executeJob);
        }
    }

    private String sent(String reference, String recipient) {
        return String.join(
                "\n",
                jdbc.sql("select body from message where case_reference = :reference and recipient = :recipient")
                        .param("reference", reference)
                        .param("recipient", recipient)
                        .query(String.class)
                        .list());
    }

    /** What the pages of the case's questions are made of, or why there is nothing to answer any more. */
    private String shown(String reference) {
        StringBuilder shown = new StringBuilder();
        jdbc.sql("select id, purpose, subject, ods_code, asked_at from question where case_reference = :reference")
                .param("reference", reference)
                .query((row, number) -> question(row, reference))
                .list()
                .forEach(question -> questions.stream()
                        .filter(kind -> kind.purpose().equals(question.purpose()))
                        .forEach(kind -> shown.append(kind.over(question)
                                .orElseGet(() -> kind.shown(question).toString()))));
        return shown.toString();
    }

    private static Question question(ResultSet row, String reference) throws SQLException {
        Instant askedAt = row.getTimestamp("asked_at").toInstant();
        return new Question(
                row.getLong("id"),
                row.getString("purpose"),
                new CaseReference(reference),
                row.getString("subject"),
                row.getString("ods_code") == null ? null : new OdsCode(row.getString("ods_code")),
                askedAt,
                askedAt,
                null,
                null);
    }
}
