package org.rovingpm.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.notification.MailFixture;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.MessageDeliveryProcess;
import org.rovingpm.notification.MessageEvent;
import org.rovingpm.notification.MessageStatus;
import org.rovingpm.notification.Messages;
import org.rovingpm.notification.queue.QueueMessage;
import org.rovingpm.notification.queue.SendAgain;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** message-delivery.bpmn with mail servers that take messages, refuse them, break off, or are away. */
@ApplicationTest
@StartsAt
class MessageDeliveryProcessTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private QueueMessage queueMessage;

    @Autowired
    private SendMessage sendMessage;

    @Autowired
    private SendAgain sendAgain;

    @Autowired
    private Attempts attempts;

    @Autowired
    private Messages messages;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private MailFixture mail;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Scheme scheme;

    private final GreenMail server = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", "smtp"));
    private CaseReference reference;

    @BeforeEach
    void aCaseAndAMailServer() {
        server.start();
        mail.sendBy(server);
        reference = new CaseFixture(jdbc).at(CaseStage.REQUESTED, Rag.AMBER);
    }

    @AfterEach
    void leaveNothingRunning() {
        scheme.forget(reference.value());
        mail.keep();
        server.stop();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private Message queue() {
        queueMessage.queue(
                "request-received",
                reference,
                new QueueMessage.Moment(SupportCaseProcess.Elements.RECEIPT_CONFIRMED, "once"));
        return message();
    }

    private Message message() {
        List<Message> all = messages.of(reference, 10);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private Job job() {
        return jobs.createJobQuery()
                .activityId(MessageDeliveryProcess.Elements.SEND_MESSAGE)
                .processInstanceId(delivery())
                .singleResult();
    }

    private String delivery() {
        return jdbc.sql("select delivery from message where case_reference = :reference")
                .param("reference", reference.value())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private void fire() {
        jobs.executeJob(job().getId());
    }

    private void fireInVain() {
        assertThatThrownBy(this::fire).hasMessageContaining("was not sent");
    }

    private List<Incident> incidents() {
        return processes.createIncidentQuery().processInstanceId(delivery()).list();
    }

    private List<MessageEvent> steps() {
        return messages.events(message()).stream().map(Messages.Event::what).toList();
    }

    @Test
    void aMessageIsQueuedOnceHoweverOftenItsEventIsHandled() {
        queue();
        queue();

        assertThat(processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference.value())
                        .count())
                .isEqualTo(1);
        fire();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference.value())
                        .count())
                .isZero();
    }

    @Test
    void aMessageThatTheServerHasTakenIsNotSentAgainWhenItsStepRunsAgain() {
        queue();
        sendMessage.send(delivery());
        fire();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(message().status()).isEqualTo(MessageStatus.SENT);
        assertThat(steps()).containsExactly(MessageEvent.ATTEMPTED, MessageEvent.SENT);
    }

    @Test
    void anUnavailableServerLosesNothingRaisesAnIncidentAndRecovers() {
        queue();
        server.stop();
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(incidents()).isEmpty();
            fireInVain();
        }
        assertThat(incidents()).singleElement().satisfies(incident -> assertThat(incident.getIncidentMessage())
                .contains(
                        "“request received”",
                        "the practice",
                        reference.value(),
                        ". It has been tried 5 times. ",
                        "could not be reached",
                        "check the mail server")
                .doesNotContain("ann.field@example.org"));
        assertThat(message().status()).isEqualTo(MessageStatus.FAILED);
        fireInVain();
        assertThat(incidents()).hasSize(1);
        assertThat(job().getRetries()).as("the engine goes on by itself").isEqualTo(1);
        assertThat(job().getDuedate().toInstant())
                .isAfter(clock.instant())
                .isBefore(clock.instant().plus(Duration.ofMinutes(16)));

        server.start();
        clock.moveBy(Duration.ofMinutes(16));
        fire();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(message().status()).isEqualTo(MessageStatus.SENT);
        assertThat(processes
                        .createIncidentQuery()
                        .incidentMessageLike("%" + reference + "%")
                        .count())
                .isZero();
    }

    @Test
    void theSentenceOfAFailureCountsTheAttemptsSinceTheLastRetryByAPerson() {
        queue();
        try (ScriptedMailServer halfway = new ScriptedMailServer(Map.of(".", ScriptedMailServer.HANG_UP))) {
            mail.sendBy(halfway.port());
            fire();
        }
        sendAgain.send(reference, message().id(), "coordinator");
        mail.sendBy(freePort());
        for (String tried :
                List.of("It has been tried once. ", "It has been tried twice. ", "It has been tried 3 times. ")) {
            assertThatThrownBy(this::fire)
                    .hasMessageContaining("was not sent. The mail server could not be reached")
                    .hasMessageContaining(". " + tried + "It is retried automatically");
        }
    }

    @Test
    void whatTheServerRefusesIsTriedAgain() {
        for (Map<String, String> refusal : List.of(
                Map.of("RCPT", "450 mailbox busy"),
                Map.of("DATA", "451 later"),
                Map.of(".", "552 too big"),
                Map.of("MAIL", "550 not you"),
                Map.of("greeting", "554 no service"))) {
            reference = new CaseFixture(jdbc).at(CaseStage.REQUESTED, Rag.AMBER);
            queue();
            try (ScriptedMailServer refusing = new ScriptedMailServer(refusal)) {
                mail.sendBy(refusing.port());
                fireInVain();
            }
            assertThat(message().status()).as(refusal.toString()).isEqualTo(MessageStatus.FAILED);
            mail.sendBy(server);
            fire();
            assertThat(message().status()).as(refusal.toString()).isEqualTo(MessageStatus.SENT);
        }
        assertThat(server.getReceivedMessages()).hasSize(5);
    }

    @Test
    void aServerThatFallsSilentOrHangsUpBeforeItHasTheMessageIsTriedAgain() {
        for (Map<String, String> script : List.of(
                Map.of("greeting", ScriptedMailServer.SILENCE),
                Map.of("EHLO", ScriptedMailServer.HANG_UP),
                Map.of("RCPT", ScriptedMailServer.SILENCE),
                Map.of("DATA", ScriptedMailServer.HANG_UP))) {
            reference = new CaseFixture(jdbc).at(CaseStage.REQUESTED, Rag.AMBER);
            queue();
            try (ScriptedMailServer broken = new ScriptedMailServer(script)) {
                mail.sendBy(broken.port());
                fireInVain();
                assertThat(broken.messages()).isZero();
            }
            assertThat(message().status()).as(script.toString()).isEqualTo(MessageStatus.FAILED);
        }
    }

    @Test
    void aServerThatTakesTheMessageAndDoesNotAnswerLeavesTheDecisionToPeople() throws Exception {
        for (String end : List.of(ScriptedMailServer.HANG_UP, ScriptedMailServer.SILENCE)) {
            reference = new CaseFixture(jdbc).at(CaseStage.REQUESTED, Rag.AMBER);
            queue();
            try (ScriptedMailServer halfway = new ScriptedMailServer(Map.of(".", end))) {
                mail.sendBy(halfway.port());
                fire();
                assertThat(halfway.messages()).isEqualTo(1);
            }
            assertThat(message().status()).isEqualTo(MessageStatus.UNCONFIRMED);
            assertThat(processes
                            .createProcessInstanceQuery()
                            .processInstanceId(delivery())
                            .count())
                    .isZero();
        }
        mail.sendBy(server);
        sendAgain.send(reference, message().id(), "coordinator");
        fire();

        assertThat(message().status()).isEqualTo(MessageStatus.SENT);
        assertThat(server.getReceivedMessages()[0].getHeader("Message-ID")[0])
                .startsWith("<rovingpm." + message().id() + ".");
        assertThat(messages.events(message()).stream().filter(event -> event.what() == MessageEvent.ASKED_AGAIN))
                .singleElement()
                .extracting(Messages.Event::who)
                .isEqualTo("coordinator");
        assertThatThrownBy(() -> sendAgain.send(reference, message().id(), "coordinator"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aMessageThatWasHandedOverWhenTheApplicationWasKilledIsNotGuessedAbout() {
        queue();
        attempts.begin(delivery());
        fire();

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(message().status()).isEqualTo(MessageStatus.UNCONFIRMED);
        assertThat(message().why()).contains("interrupted");
    }

    @Test
    void aPracticeWithoutAnAddressIsNotedAndNothingFails() {
        jdbc.sql("update case_practice set contact_email = '' where case_reference = :reference")
                .param("reference", reference.value())
                .update();
        queue();

        assertThat(message().status()).isEqualTo(MessageStatus.NOT_SENDABLE);
        assertThat(message().why()).isEqualTo("No e-mail address is known.");
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference.value())
                        .count())
                .isZero();
        assertThatThrownBy(() -> sendAgain.send(reference, message().id(), "coordinator"))
                .hasMessageContaining("still cannot be sent");

        jdbc.sql("update case_practice set contact_email = 'ann@example.org' where case_reference = :reference")
                .param("reference", reference.value())
                .update();
        sendAgain.send(reference, message().id(), "coordinator");
        fire();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void withoutAServerMessagesStayInTheLog() {
        mail.keep();
        queue();

        assertThat(message().status()).isEqualTo(MessageStatus.RECORDED_ONLY);
        assertThat(message().body()).contains("Its number is " + reference);
        assertThat(delivery()).as("nothing to do").isNull();
    }

    @Test
    void aMessageOnItsWayStaysInTheLogWhereItsServerIsNoLongerSet() {
        queue();
        mail.keep();
        fire();

        assertThat(message().status()).isEqualTo(MessageStatus.RECORDED_ONLY);
    }

    @Test
    void aMessageAboutAHoldIsSentAlthoughTheCaseIsOnHold() {
        reference = new CaseFixture(jdbc).at(CaseStage.MATCHING, Rag.AMBER);
        queue();
        scheme.start(
                CaseChangeProcess.KEY,
                "coordinator",
                Map.of(
                        "caseReference",
                        reference.value(),
                        "change",
                        "PUT_ON_HOLD",
                        "reason",
                        "Leave.",
                        "holdUntil",
                        "2026-12-14"));
        List<String> waiting =
                jobs.createJobQuery().activityId(MessageDeliveryProcess.Elements.SEND_MESSAGE).active().list().stream()
                        .map(Job::getProcessInstanceId)
                        .toList();
        assertThat(messages.of(reference, 10))
                .extracting(Message::template)
                .containsExactly("case-on-hold", "request-received");
        assertThat(jdbc.sql("select delivery from message where case_reference = :reference")
                        .param("reference", reference.value())
                        .query(String.class)
                        .list())
                .isSubsetOf(waiting);
        waiting.forEach(delivery -> jobs.executeJob(
                jobs.createJobQuery().processInstanceId(delivery).singleResult().getId()));

        assertThat(messages.of(reference, 10)).extracting(Message::status).containsOnly(MessageStatus.SENT);
    }

    @Test
    void whatPeopleTypedIsNeverTakenForTheLink() {
        jdbc.sql("update case_practice set contact_name = 'Ann [link]' where case_reference = :reference")
                .param("reference", reference.value())
                .update();

        assertThat(queue().body()).contains("Dear Ann (link)").doesNotContain("Ann [link]");
    }

    @Test
    void whatWasQueuedStaysAsItWas() {
        Message queued = queue();

        assertThatThrownBy(() -> jdbc.sql("update message set body = 'Other' where id = :id")
                        .param("id", queued.id())
                        .update())
                .hasMessageContaining("stays as it was queued");
        fire();
        assertThatThrownBy(() -> jdbc.sql("delete from message_event where message_id = :id")
                        .param("id", queued.id())
                        .update())
                .hasMessageContaining("only grows");
    }
}
