package org.rovingpm.supportcase;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rovingpm.choice.Choice;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.SubmissionField;
import org.rovingpm.supportcase.CasePractices.CasePractice;
import org.rovingpm.supportcase.RequestAnswers.Contact;
import org.rovingpm.supportcase.RequestAnswers.Referral;
import org.rovingpm.supportcase.RequestAnswers.Risk;
import org.rovingpm.supportcase.RequestAnswers.Situation;
import org.rovingpm.supportcase.help.HelpKind;
import org.rovingpm.supportcase.help.HelpKinds;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All cases, open and ended. */
@Repository
public class SupportCases {

    private static final String SELECT = """
        select c.*, l.contact_name, l.contact_role, l.contact_email, l.contact_telephone,
               array(select kind from case_help_kind where case_reference = reference) as help_kinds,
               array(select ods_code from case_practice where case_reference = reference order by leads desc, ods_code) as practices
          from support_case c join case_practice l on l.case_reference = c.reference and l.leads
         where\s""";
    private static final Set<String> CONTACT = SubmissionField.of(Contact.class).stream()
            .map(SubmissionField::name)
            .collect(Collectors.toSet());

    private final JdbcClient jdbc;
    private final HelpKinds helpKinds;
    private final CasePractices casePractices;

    /**
     * Fills a part of the request from the columns that its components are named after.
     *
     * @param <T> the part
     */
    private static class AnswersMapper<T extends Record> extends DataClassRowMapper<T> {

        private final List<HelpKind> kinds;

        AnswersMapper(Class<T> part, List<HelpKind> kinds) {
            super(part);
            this.kinds = kinds;
        }

        @Override
        protected Object getColumnValue(ResultSet row, int index, Class<?> type) throws SQLException {
            Object value = super.getColumnValue(row, index, type);
            return value instanceof Array chosen
                    ? Choice.of(kinds, Arrays.asList((String[]) chosen.getArray()))
                    : value;
        }
    }

    /** Reads cases. The list of the kinds of help is read before them, and once. */
    private static class CaseMapper implements RowMapper<SupportCase> {

        private final AnswersMapper<Contact> contact;
        private final AnswersMapper<Situation> situation;
        private final AnswersMapper<Risk> risk;
        private final AnswersMapper<Referral> referral;

        CaseMapper(HelpKinds helpKinds) {
            List<HelpKind> kinds = helpKinds.all();
            contact = new AnswersMapper<>(Contact.class, kinds);
            situation = new AnswersMapper<>(Situation.class, kinds);
            risk = new AnswersMapper<>(Risk.class, kinds);
            referral = new AnswersMapper<>(Referral.class, kinds);
        }

        @Override
        public SupportCase mapRow(ResultSet row, int number) throws SQLException {
            String rag = row.getString("rag");
            return new SupportCase(
                    new CaseReference(row.getString("reference")),
                    Arrays.stream((String[]) row.getArray("practices").getArray())
                            .map(OdsCode::new)
                            .toList(),
                    request(row),
                    row.getInt("version"),
                    CaseStage.valueOf(row.getString("stage")),
                    rag == null ? null : Rag.valueOf(rag),
                    instant(row, "held_at"),
                    row.getObject("held_until", LocalDate.class),
                    instant(row, "closed_at"));
        }

        private SupportCase.Request request(ResultSet row) throws SQLException {
            return new SupportCase.Request(
                    instant(row, "requested_at"),
                    row.getString("requested_by"),
                    contact.mapRow(row, 0),
                    situation.mapRow(row, 0),
                    risk.mapRow(row, 0),
                    referral.mapRow(row, 0));
        }
    }

    SupportCases(JdbcClient jdbc, HelpKinds helpKinds, CasePractices casePractices) {
        this.jdbc = jdbc;
        this.helpKinds = helpKinds;
        this.casePractices = casePractices;
    }

    /** @return the case, or a refusal that says that there is no case of that number */
    public SupportCase get(CaseReference reference) {
        return find(reference).orElseThrow(() -> unknown(reference));
    }

    /** What is said where there is no case of that number, or none for whoever asks. */
    public static Refusal unknown(CaseReference reference) {
        return new Refusal("There is no case %s: check the number.".formatted(reference));
    }

    public Optional<SupportCase> find(CaseReference reference) {
        return jdbc.sql(SELECT + "c.reference = :reference")
                .param("reference", reference.value())
                .query(new CaseMapper(helpKinds))
                .optional();
    }

    /** Whoever changes what several practices of the case are asked waits here for one another until their transactions end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(CaseReference reference) {
        boolean known = jdbc.sql("select reference from support_case where reference = :reference for no key update")
                .param("reference", reference.value())
                .query(String.class)
                .optional()
                .isPresent();
        if (!known) {
            throw unknown(reference);
        }
    }

    /** @return the open case of this practice whose request is word for word the same */
    Optional<CaseReference> findSame(OdsCode practice, String whatHappened) {
        return jdbc.sql("""
                select c.reference from support_case c join case_practice p on p.case_reference = c.reference
                where p.ods_code = :practice and md5(c.what_happened) = md5(:what) and c.closed_at is null limit 1""")
                .param("practice", practice.value())
                .param("what", whatHappened)
                .query(String.class)
                .optional()
                .map(CaseReference::new);
    }

    /** @return the open cases of the practice, the latest first, at most ten */
    public List<SupportCase> openOf(OdsCode practice) {
        return jdbc.sql(SELECT + """
                c.closed_at is null and exists (select from case_practice p where p.case_reference = c.reference and p.ods_code = :practice)
                order by c.requested_at desc limit 10""")
                .param("practice", practice.value())
                .query(new CaseMapper(helpKinds))
                .list();
    }

    /**
     * @param email in small letters
     * @return the latest open case of the practice whose contact there has this address
     */
    public Optional<SupportCase> openWithContact(OdsCode practice, String email) {
        return jdbc.sql(SELECT + """
                c.closed_at is null and exists (select from case_practice p
                    where p.case_reference = c.reference and p.ods_code = :practice and lower(p.contact_email) = :email)
                order by c.requested_at desc limit 1""")
                .param("practice", practice.value())
                .param("email", email)
                .query(new CaseMapper(helpKinds))
                .optional();
    }

    /** Whether somebody with this address was the practice's contact in a case whose request has been accepted. */
    public boolean wasAcceptedFrom(OdsCode practice, String email) {
        return jdbc.sql("""
                select exists (select from case_practice p join support_case c on c.reference = p.case_reference
                where p.ods_code = :practice and lower(p.contact_email) = :email and c.rag is not null)""")
                .param("practice", practice.value())
                .param("email", email)
                .query(Boolean.class)
                .single();
    }

    /** @return the next number of the year; two requests never get the same */
    CaseReference nextReference(int year) {
        int number = jdbc.sql("""
                insert into case_number as n (year, last) values (:year, 1)
                on conflict (year) do update set last = n.last + 1 returning last""").param("year", year).query(Integer.class).single();
        return CaseReference.of(year, number);
    }

    void add(SupportCase added) {
        Map<String, Object> answers = new TreeMap<>();
        RequestFields.ANSWERED.stream()
                .filter(field -> field.kind() != RequestField.Kind.CHECKBOXES && !CONTACT.contains(field.key()))
                .forEach(field -> answers.put(column(field), stored(field, added.request())));
        jdbc.sql("""
                insert into support_case (reference, stage, requested_at, requested_by, version, %s)
                values (:reference, :stage, :at, :by, 1, :%s)""".formatted(String.join(", ", answers.keySet()), String.join(", :", answers.keySet())))
                .param("reference", added.reference().value())
                .param("stage", added.stage().name())
                .param("at", utc(added.request().at()))
                .param("by", added.request().by())
                .params(answers)
                .update();
        casePractices.add(
                added.reference(),
                new CasePractice(added.leadingPractice(), true, added.request().contact()));
        jdbc.sql("insert into case_help_kind (case_reference, kind) select :reference, unnest(:kinds)")
                .param("reference", added.reference().value())
                .param("kinds", codes(added.request().situation().helpKinds()), Types.ARRAY)
                .update();
    }

    private static String[] codes(List<HelpKind> kinds) {
        return kinds.stream().map(HelpKind::code).toArray(String[]::new);
    }

    private static String column(RequestField field) {
        return JdbcUtils.convertPropertyNameToUnderscoreName(field.key());
    }

    /** Choices by their names; a yes or no that was left open is no. */
    private static Object stored(RequestField field, RequestAnswers answers) {
        Object answer = field.answer(answers);
        return switch (field.kind()) {
            case YES_NO, TICK -> Boolean.TRUE.equals(answer);
            case RADIOS, SELECT -> answer instanceof Enum<?> choice ? choice.name() : null;
            default -> answer;
        };
    }

    /** Saves the changes to a case; fails where somebody else has changed it since it was read. */
    public void save(SupportCase changed) {
        int rows = jdbc.sql("""
                update support_case set stage = :stage, rag = :rag, held_at = :heldAt, held_until = :heldUntil,
                    closed_at = :closedAt, version = version + 1
                where reference = :reference and version = :version""")
                .param("stage", changed.stage().name())
                .param("rag", changed.rag() == null ? null : changed.rag().name(), Types.VARCHAR)
                .param("heldAt", utc(changed.heldAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("heldUntil", changed.heldUntil(), Types.DATE)
                .param("closedAt", utc(changed.closedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("reference", changed.reference().value())
                .param("version", changed.version())
                .update();
        if (rows == 0) {
            throw new OptimisticLockingFailureException(
                    "Case %s has been changed by somebody else".formatted(changed.reference()));
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
