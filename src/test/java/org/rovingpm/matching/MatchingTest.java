package org.rovingpm.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.rovingpm.assessment.AssessRequest;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.matching.shortlist.Candidate;
import org.rovingpm.matching.shortlist.DrawUpShortlist;
import org.rovingpm.matching.shortlist.Shortlist;
import org.rovingpm.practice.Position;
import org.rovingpm.practice.Postcode;
import org.rovingpm.practice.Practice;
import org.rovingpm.practice.position.AddPositions;
import org.rovingpm.roster.ChangeRoster;
import org.rovingpm.roster.RosterStatus;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.RequestHelp;
import org.rovingpm.supportcase.Timeline;
import org.rovingpm.supportcase.help.HelpKind;
import org.rovingpm.supportcase.help.HelpKinds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A practice, a roster of the test's own, and cases that look for a PM on Monday 23 November 2026. */
@ApplicationTest
@StartsAt
abstract class MatchingTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final LocalDate START = LocalDate.of(2026, 12, 7);
    static final int WEEKS = 10;
    static final LocalDate END = START.plusWeeks(WEEKS);
    private static final double EARTH_RADIUS_IN_MILES = 3958.76;
    private static final AtomicInteger CODES = new AtomicInteger(10_000);

    @Autowired
    Scheme scheme;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DrawUpShortlist drawUpShortlist;

    @Autowired
    ChoosePm choosePm;

    @Autowired
    RespondToOffer respondToOffer;

    @Autowired
    Offers offers;

    @Autowired
    Timeline timeline;

    @Autowired
    private AddPositions positions;

    @Autowired
    private ChangeRoster changeRoster;

    @Autowired
    private RequestHelp requestHelp;

    @Autowired
    private AssessRequest assessRequest;

    @Autowired
    private Submissions submissions;

    @Autowired
    private HelpKinds helpKinds;

    Practice practice;

    @BeforeEach
    void anEmptyRosterOnThatMonday() {
        jdbc.sql("update roving_pm set status = 'LEFT'").update();
        positions.add(Map.of(new Postcode("NG1 1AA"), new Position(52.95, -1.15)));
        practice = practice();
    }

    Practice practice() {
        return scheme.practice("Y" + CODES.incrementAndGet());
    }

    List<HelpKind> kinds(String... codes) {
        return helpKinds.of(List.of(codes));
    }

    /** A PM of the roster, as tests begin with one: suitable, near, with all skills, without any history. */
    Pm pm(String id) {
        return new Pm(id);
    }

    class Pm {

        private final String id;
        private RosterStatus status = RosterStatus.ACTIVE;
        private double miles = 5;
        private String sessions = "4";
        private List<HelpKind> skills = kinds("CQC", "FINANCES");
        private LocalDate dbs = TODAY.plusYears(1);
        private LocalDate agreement = TODAY.plusYears(1);

        Pm(String id) {
            this.id = id;
        }

        Pm status(RosterStatus changed) {
            status = changed;
            return this;
        }

        Pm miles(double changed) {
            miles = changed;
            return this;
        }

        Pm sessions(String changed) {
            sessions = changed;
            return this;
        }

        Pm skills(String... codes) {
            skills = kinds(codes);
            return this;
        }

        Pm dbs(LocalDate changed) {
            dbs = changed;
            return this;
        }

        Pm agreement(LocalDate changed) {
            agreement = changed;
            return this;
        }

        String joins() {
            int number = CODES.incrementAndGet();
            Postcode home = new Postcode("NG%d %d%c%c"
                    .formatted(number / 6_760 % 100, number / 676 % 10, 'A' + number / 26 % 26, 'A' + number % 26));
            positions.add(Map.of(home, new Position(52.95 + Math.toDegrees(miles / EARTH_RADIUS_IN_MILES), -1.15)));
            scheme.account(id, "roving-pm");
            changeRoster.change(
                    new ChangeRoster.Form(
                            id,
                            "Test " + id,
                            id + "@example.org",
                            status,
                            home.value(),
                            new BigDecimal(sessions),
                            skills,
                            dbs,
                            agreement,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null),
                    "coordinator");
            return id;
        }
    }

    CaseReference matchingCase() {
        return matchingCase(practice, "2");
    }

    CaseReference matchingCase(Practice of, String sessions) {
        RequestHelp.Form request = submissions.read(RequestHelp.Form.class, scheme.request(of));
        CaseReference reference = requestHelp.open(request, "coordinator").reference();
        assessRequest.assess(
                reference,
                new AssessRequest.Form(
                        AssessRequest.Decision.ACCEPT,
                        new AssessRequest.Acceptance(
                                Rag.AMBER,
                                "Agreed on the telephone.",
                                "Test Contact",
                                kinds("CQC", "FINANCES"),
                                "Get ready for the inspection.",
                                new BigDecimal(sessions),
                                START,
                                WEEKS),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                "coordinator");
        return reference;
    }

    /** A PM's placement in a case of its own. Without an end it lasts. */
    CaseReference placed(
            String pm, Practice at, String sessions, LocalDate from, LocalDate expectedEnd, LocalDate endedOn) {
        CaseReference reference = matchingCase(at, sessions);
        jdbc.sql("""
                insert into placement (case_reference, pm, started_on, sessions_a_week, expected_end_on, ended_on, end_reason)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        reference.value(),
                        pm,
                        from,
                        new BigDecimal(sessions),
                        expectedEnd,
                        endedOn,
                        endedOn == null ? null : "SUPPORT_ENDED")
                .update();
        return reference;
    }

    Candidate candidate(CaseReference reference, String pm) {
        Shortlist shortlist = drawUpShortlist.of(reference);
        return java.util.stream.Stream.concat(shortlist.suitable().stream(), shortlist.unsuitable().stream())
                .filter(candidate -> candidate.pm().equals(pm))
                .findFirst()
                .orElseThrow();
    }

    List<String> suitable(CaseReference reference) {
        return drawUpShortlist.of(reference).suitable().stream()
                .map(Candidate::pm)
                .toList();
    }

    void offer(CaseReference reference, String pm) {
        choosePm.choose(
                reference, new ChoosePm.Form(ChoosePm.Decision.CHOOSE, pm, "They know each other."), "service-manager");
    }

    boolean answer(CaseReference reference, String pm, RespondToOffer.Answer answer) {
        return respondToOffer.respond(
                reference,
                new RespondToOffer.Form(
                        answer,
                        answer == RespondToOffer.Answer.ACCEPT,
                        answer == RespondToOffer.Answer.ACCEPT ? null : "Something stands in the way."),
                pm);
    }

    List<String> story(CaseReference reference) {
        return timeline.of(reference, 0, 200).stream().map(Timeline.Entry::what).toList();
    }

    /** The sentence that a person reads, also where the engine has wrapped it. */
    static String refusalOf(ThrowingCallable action) {
        Throwable thrown = catchThrowable(action);
        while (thrown != null && !(thrown instanceof Refusal)) {
            thrown = thrown.getCause();
        }
        assertThat(thrown).as("a refusal").isNotNull();
        return thrown.getMessage();
    }
}
