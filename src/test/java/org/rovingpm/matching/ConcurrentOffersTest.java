package org.rovingpm.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.rovingpm.matching.RespondToOffer.Answer;
import org.rovingpm.matching.shortlist.OfferStatus;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people at the same moment, each in a transaction of their own. */
class ConcurrentOffersTest extends MatchingTest {

    @Autowired
    private WithdrawOffer withdrawOffer;

    @AfterEach
    void leaveNobodyBehind() {
        jdbc.sql("update roving_pm set status = 'LEFT'").update();
    }

    /** Runs both at once and gives what each came to: "done", or the sentence of the refusal. */
    private static List<String> atOnce(Runnable one, Runnable other) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> outcomes = new ArrayList<>();
            for (Runnable action : List.of(one, other)) {
                outcomes.add(people.submit((Callable<String>) () -> {
                    together.await(30, TimeUnit.SECONDS);
                    try {
                        action.run();
                        return "done";
                    } catch (Refusal refusal) {
                        return refusal.getMessage();
                    }
                }));
            }
            return List.of(
                    outcomes.get(0).get(60, TimeUnit.SECONDS), outcomes.get(1).get(60, TimeUnit.SECONDS));
        } finally {
            people.shutdownNow();
        }
    }

    @RepeatedTest(5)
    void theLastFreeSessionsAreOfferedOnce() throws Exception {
        String pm = pm("pm-last-session").sessions("2").joins();
        CaseReference one = matchingCase(practice(), "2");
        CaseReference other = matchingCase(practice(), "2");

        List<String> outcomes = atOnce(() -> offer(one, pm), () -> offer(other, pm));

        assertThat(outcomes)
                .containsOnlyOnce("done")
                .anyMatch(outcome -> outcome.contains("Has 0 of 2 sessions a week free"));
        assertThat(offers.open(one).isPresent()).isNotEqualTo(offers.open(other).isPresent());
        withdrawOffer.afterSilence(one, "system");
        withdrawOffer.afterSilence(other, "system");
    }

    @RepeatedTest(5)
    void anAnswerAndTheDeadlineDoNotBothCount() throws Exception {
        String pm = pm("pm-in-time").sessions("2").joins();
        CaseReference reference = matchingCase(practice(), "2");
        offer(reference, pm);

        List<String> outcomes = atOnce(
                () -> answer(reference, pm, Answer.DECLINE), () -> withdrawOffer.afterSilence(reference, "system"));

        OfferStatus status = offers.ended(reference).get(0).status();
        assertThat(outcomes.get(0).equals("done")).isEqualTo(status == OfferStatus.DECLINED);
        assertThat(story(reference))
                .filteredOn(what -> what.startsWith("Offer "))
                .hasSize(1);
    }
}
