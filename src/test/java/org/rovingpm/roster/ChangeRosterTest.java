package org.rovingpm.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.practice.Practice;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.help.HelpKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class ChangeRosterTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private RovingPms roster;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private LiftBarrier liftBarrier;

    @Autowired
    private JdbcClient jdbc;

    private final Map<String, Object> fields = new HashMap<>();
    private Practice practice;

    @BeforeEach
    void aCompleteForm() {
        practice = scheme.practice("Y90001");
        scheme.account("pm.test", "roving-pm");
        fields.put("pm", "pm.test");
        fields.put("name", "Test Person");
        fields.put("email", "test@example.org");
        fields.put("status", "ACTIVE");
        fields.put("homePostcode", "ng11ab");
        fields.put("sessionsAWeek", 2.5);
        fields.put("skills", List.of("CQC", "MERGER"));
        fields.put("dbsValidUntil", LocalDate.now(SchemeTime.ZONE).plusYears(2).toString());
        fields.put(
                "agreementValidUntil",
                LocalDate.now(SchemeTime.ZONE).plusYears(1).toString());
    }

    private void submit() {
        scheme.start(RosterChangeProcess.KEY, "coordinator", fields);
    }

    private List<String> problemsWith(String field, Object value) {
        Object before = fields.put(field, value);
        try {
            return catchThrowableOfType(Refusal.class, this::submit).problems().stream()
                    .map(Problem::sentence)
                    .toList();
        } finally {
            fields.put(field, before);
        }
    }

    @Test
    void addsAPm() {
        submit();
        RovingPm pm = roster.find("pm.test").orElseThrow();
        assertThat(pm.home().value()).isEqualTo("NG1 1AB");
        assertThat(pm.sessionsAWeek()).isEqualByComparingTo("2.5");
        assertThat(pm.skills()).extracting(HelpKind::code).containsExactlyInAnyOrder("CQC", "MERGER");
        assertThat(pm.joinedOn()).isEqualTo(LocalDate.now(SchemeTime.ZONE));
    }

    @Test
    void replacesWhatIsKnown() {
        submit();
        fields.put("status", "PAUSED");
        fields.put("skills", List.of("FINANCES"));
        submit();
        RovingPm pm = roster.find("pm.test").orElseThrow();
        assertThat(pm.status()).isEqualTo(RosterStatus.PAUSED);
        assertThat(pm.skills()).extracting(HelpKind::code).containsExactly("FINANCES");
    }

    @Test
    void leavesNothingInTheProcess() {
        submit();
        assertThat(jdbc.sql("""
                select count(*) from act_hi_varinst v join act_hi_procinst p on p.id_ = v.proc_inst_id_
                where p.proc_def_key_ = 'roster-change'""").query(Long.class).single()).isZero();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(problemsWith("pm", "PM Test!"))
                .singleElement()
                .asString()
                .startsWith("A user name has 2 to 64 lower-case letters");
        assertThat(problemsWith("pm", "")).containsExactly("Choose the PM.");
        assertThat(problemsWith("name", "<b>Test</b>"))
                .singleElement()
                .asString()
                .contains("HTML");
        assertThat(problemsWith("email", "nobody"))
                .containsExactly(
                        "An e-mail address looks like name@example.org, without accents or spaces: correct it.");
        assertThat(problemsWith("status", "RETIRED")).containsExactly("Status must be one of the choices offered.");
        assertThat(problemsWith("homePostcode", "Nottingham"))
                .containsExactly("A postcode looks like NG7 2NR: correct it.");
        assertThat(problemsWith("sessionsAWeek", 0))
                .containsExactly("Sessions a week must be 0.25 or more: pause a PM who can give none.");
        assertThat(problemsWith("sessionsAWeek", -3)).hasSize(1);
        assertThat(problemsWith("sessionsAWeek", 11))
                .containsExactly("Sessions a week must be 10 or fewer: a session is half a day.");
        assertThat(problemsWith("sessionsAWeek", 2.125)).hasSize(1);
        assertThat(problemsWith("skills", List.of()))
                .containsExactly("Choose at least one kind of help that the PM can give.");
        assertThat(problemsWith("dbsValidUntil", "2199-01-01"))
                .containsExactly("The DBS check's date is more than ten years away: check the year.");
        assertThat(problemsWith("agreementValidUntil", "1990-01-01"))
                .containsExactly("The agreement's date is more than ten years away: check the year.");
        assertThat(problemsWith("blockReason", "They fell out."))
                .containsExactly("Give the ODS code of the blocked practice, or leave the reason empty.");
        assertThat(problemsWith("blockedPractice", "Y90001"))
                .containsExactly(
                        "Say whether the PM or the practice does not want the match.",
                        "Say why they must not be matched.");
        assertThat(problemsWith("endReason", "They made up."))
                .containsExactly("Give the ODS code of the practice, or leave the reason empty.");
        assertThat(problemsWith("endedPractice", "Y90001"))
                .containsExactly("Say what has ended.", "Say why it has ended.");
        fields.putAll(Map.of("blockReason", "They fell out.", "blockSide", "PM"));
        assertThat(problemsWith("blockedPractice", "ZZZ999"))
                .containsExactly("There is no practice with this ODS code in the register: check the code.");
        assertThat(roster.find("pm.test")).isEmpty();
    }

    private void block(String side) {
        fields.putAll(
                Map.of("blockedPractice", practice.code().value(), "blockReason", "They fell out.", "blockSide", side));
        submit();
        fields.keySet().removeAll(List.of("blockedPractice", "blockReason", "blockSide"));
    }

    private void end(String what) {
        fields.putAll(Map.of("endedPractice", practice.code().value(), "ended", what, "endReason", "They made up."));
    }

    private List<String> inForce() {
        return jdbc.sql("select side from block where pm = 'pm.test' and ended_on is null order by side")
                .query(String.class)
                .list();
    }

    @Test
    void blocksAPracticeOnceForEachSideThatSaysSo() {
        block("PM");
        block("PM");
        assertThat(inForce()).containsExactly("PM");
        block("PRACTICE");
        assertThat(inForce()).containsExactly("PM", "PRACTICE");
    }

    @Test
    void aBlockOfOneSideIsEndedOnTheRecordAndMayBeSetAgain() {
        block("PM");
        block("PRACTICE");
        end("PRACTICE_BLOCK");
        submit();

        assertThat(inForce()).containsExactly("PM");
        assertThat(jdbc.sql("""
                select count(*) from block where pm = 'pm.test' and side = 'PRACTICE' and ended_on <= current_date and ended_by = 'coordinator'
                   and reason = 'They fell out.' and end_reason = 'They made up.'""").query(Long.class).single()).isOne();
        assertThatThrownBy(this::submit)
                .hasMessageContaining("There is no block by the practice between Test pm.test and practice Y90001");
        fields.keySet().removeAll(List.of("endedPractice", "ended", "endReason"));
        block("PRACTICE");
        assertThat(inForce()).containsExactly("PM", "PRACTICE");
    }

    @Test
    void aDeclaredInterestIsEndedOnTheRecordAndIsNoLongerABarrier() {
        submit();
        declareInterest.declare("pm.test", practice.code(), "My sister works there.");
        assertThat(interested()).containsExactly("pm.test");
        end("INTEREST");
        submit();

        assertThat(interested()).isEmpty();
        assertThat(jdbc.sql("select reason || ended_by || end_reason from declared_interest where person = 'pm.test'")
                        .query(String.class)
                        .single())
                .isEqualTo("My sister works there.coordinatorThey made up.");
    }

    private List<String> interested() {
        return jdbc.sql("select person from published_interests(current_date) where ods_code = :practice")
                .param("practice", practice.code().value())
                .query(String.class)
                .list();
    }

    @Test
    void nobodyLiftsABarrierOfTheirOwn() {
        submit();
        declareInterest.declare("pm.test", practice.code(), "My sister works there.");
        assertThatThrownBy(
                        () -> liftBarrier.end("pm.test", practice.code(), Barrier.INTEREST, "She has left.", "pm.test"))
                .hasMessageContaining("ask a colleague");
        assertThat(interested()).containsExactly("pm.test");
    }

    @Test
    void nothingEndsWithoutSayingWhoEndedItAndWhy() {
        block("PM");
        assertThatThrownBy(() -> jdbc.sql("update block set ended_on = current_date where pm = 'pm.test'")
                        .update())
                .hasMessageContaining("block_end_on_record");
    }

    @Test
    void anInterestIsDeclaredOnceWithAReasonAndNeverRewritten() {
        submit();
        assertThat(catchThrowableOfType(Refusal.class, () -> declareInterest.declare("pm.test", practice.code(), " ")))
                .isNotNull();
        declareInterest.declare("pm.test", practice.code(), "My sister works there.");
        declareInterest.declare("pm.test", practice.code(), "My brother too.");
        assertThat(jdbc.sql("select reason from declared_interest where person = 'pm.test'")
                        .query(String.class)
                        .list())
                .containsExactly("My sister works there.");
        assertThatThrownBy(() -> jdbc.sql("delete from declared_interest where person = 'pm.test'")
                        .update())
                .hasMessageContaining("A declared interest is never deleted");
    }

    @Test
    void aPmWithoutAnAccountWhoCouldNotAnswerAnOfferIsRefused() {
        fields.put("pm", "pm.nobody");
        assertThatThrownBy(() -> scheme.start(RosterChangeProcess.KEY, "coordinator", fields))
                .hasMessageContaining("“pm.nobody” cannot sign in as a PM");

        scheme.account("just.staff", "coordinator");
        fields.put("pm", "just.staff");
        assertThatThrownBy(() -> scheme.start(RosterChangeProcess.KEY, "coordinator", fields))
                .hasMessageContaining("“just.staff” cannot sign in as a PM");
    }
}
