package org.rovingpm.notification.returnedmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.notification.MailFixture;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.MessageDeliveryProcess;
import org.rovingpm.notification.MessageEvent;
import org.rovingpm.notification.MessageStatus;
import org.rovingpm.notification.Messages;
import org.rovingpm.notification.ReturnedMailProcess;
import org.rovingpm.notification.queue.QueueMessage;
import org.rovingpm.notification.queue.SendAgain;
import org.rovingpm.stuck.Cause;
import org.rovingpm.stuck.StuckCase;
import org.rovingpm.stuck.StuckCaseFilter;
import org.rovingpm.stuck.StuckCases;
import org.rovingpm.stuck.Viewer;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;

/** returned-mail.bpmn with a mail server to which messages went and that returns them, or is away. */
@ApplicationTest
class ReturnedMailProcessTest {

    private static final AtomicInteger MAILBOXES = new AtomicInteger();
    private static final GreenMail SERVER = new GreenMail(
            new ServerSetup[] {new ServerSetup(0, "127.0.0.1", "smtp"), new ServerSetup(0, "127.0.0.1", "imap")});
    private static final String UNKNOWN = "smtp; 550 5.1.1 <ann.field@example.org>: <b>User</b> unknown";

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private QueueMessage queueMessage;

    @Autowired
    private SendAgain sendAgain;

    @Autowired
    private Messages messages;

    @Autowired
    private StuckCases stuckCases;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private RepositoryService models;

    @Autowired
    private HistoryService history;

    @Autowired
    private MailFixture mail;

    @Autowired
    private MailboxFixture mailbox;

    @Autowired
    @Qualifier("org.rovingpm.notification.process.ReturnedMailAtStart") private ApplicationRunner atStart;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Scheme scheme;

    private String user;
    private GreenMailUser returned;
    private CaseReference reference;
    private Message message;
    private MimeMessage sent;

    @BeforeAll
    static void aMailServer() {
        SERVER.start();
    }

    @AfterAll
    static void stopTheServer() {
        SERVER.stop();
    }

    @BeforeEach
    void aMessageThatTheServerHasTaken() throws Exception {
        user = "returned" + MAILBOXES.incrementAndGet();
        returned = SERVER.setUser(user + "@example.org", user, "secret");
        mail.sendBy(SERVER);
        mailbox.read(SERVER.getImap().getPort(), user, "secret");
        reference = new CaseFixture(jdbc).at(CaseStage.REQUESTED, Rag.AMBER);
        queueMessage.queue(
                "request-received",
                reference,
                new QueueMessage.Moment(SupportCaseProcess.Elements.RECEIPT_CONFIRMED, "once"));
        send();
        startApplication();
    }

    @AfterEach
    void leaveNothingRunning() throws Exception {
        mailbox.forget();
        startApplication();
        scheme.forget(reference.value());
        mail.keep();
        SERVER.purgeEmailFromAllMailboxes();
        clock.reset();
    }

    private void startApplication() throws Exception {
        atStart.run(null);
    }

    private void send() {
        String delivery = processes
                .createProcessInstanceQuery()
                .processDefinitionKey(MessageDeliveryProcess.KEY)
                .processInstanceBusinessKey(reference.value())
                .singleResult()
                .getId();
        jobs.executeJob(
                jobs.createJobQuery().processInstanceId(delivery).singleResult().getId());
        message = messages.of(reference, 1).get(0);
        sent = SERVER.getReceivedMessages()[SERVER.getReceivedMessages().length - 1];
    }

    private Job job() {
        return jobs.createJobQuery()
                .processDefinitionKey(ReturnedMailProcess.KEY)
                .singleResult();
    }

    /** Reads the mailbox, once its time has come. */
    private void read() {
        Job timer = jobs.createJobQuery()
                .activityId(ReturnedMailProcess.Timers.NEXT_ROUND_DUE)
                .singleResult();
        if (timer != null) {
            jobs.executeJob(timer.getId());
        }
        jobs.executeJob(job().getId());
    }

    private String headersOfSent() throws Exception {
        return Collections.list(sent.getAllHeaderLines()).stream()
                .map(line -> line.replace("\r\n", "\n"))
                .collect(Collectors.joining("\n"));
    }

    private MimeMessage report(String action, String status, String diagnostic) throws Exception {
        return DeliveryReportFixture.of(headersOfSent(), action, status, diagnostic)
                .mail();
    }

    private MimeMessage bounce() throws Exception {
        return report("failed", "5.1.1", UNKNOWN);
    }

    private MimeMessage bounceOf(String messageId, String to) {
        return DeliveryReportFixture.of(DeliveryReportFixture.original(messageId, to), "failed", "5.1.1", UNKNOWN)
                .mail();
    }

    private MessageStatus now() {
        return messages.find(message.id()).orElseThrow().status();
    }

    private List<MessageEvent> steps() {
        return messages.events(message).stream().map(Messages.Event::what).toList();
    }

    private List<StuckCase> stuck(String group, StuckCaseFilter wanted) {
        return stuckCases.of(new Viewer(group, Set.of(group)), wanted, 0, 50);
    }

    @Test
    void aMessageThatComesBackShowsThatAndWhyOnItsCaseAndOnTheStuckList() throws Exception {
        scheme.forget(reference.value());
        reference = new CaseReference(scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z99078"))));
        send();
        assertThat(now()).isEqualTo(MessageStatus.SENT);
        returned.deliver(bounce());
        read();

        assertThat(now()).isEqualTo(MessageStatus.BOUNCED);
        assertThat(steps()).containsExactly(MessageEvent.ATTEMPTED, MessageEvent.SENT, MessageEvent.BOUNCED);
        assertThat(web.perform(get("/cases/" + reference)
                                .with(user("coordinator")
                                        .authorities(AuthorityUtils.createAuthorityList("coordinator"))))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains(
                        "Came back",
                        "The address does not exist. The mail server said: “550 5.1.1 &lt;…&gt;: &lt;b&gt;User&lt;/b&gt; unknown”",
                        "/messages/" + message.id() + "/send-again");
        for (String group : List.of("coordinator", "process-manager")) {
            assertThat(stuck(group, new StuckCaseFilter(Cause.MESSAGE_NOT_DELIVERED, null, null, reference.value())))
                    .singleElement()
                    .satisfies(stuck -> {
                        assertThat(stuck.cause()).isEqualTo(Cause.MESSAGE_NOT_DELIVERED);
                        assertThat(stuck.why())
                                .startsWith("Came back: The address does not exist.")
                                .doesNotContain("ann.field");
                    });
        }
    }

    @Test
    void readingSendsNoAnswersAndChangesNothingInTheMailbox() throws Exception {
        returned.deliver(bounce());
        returned.deliver(DeliveryReportFixture.parsed(
                "From: ann.field@example.org\nTo: scheme@example.org\nSubject: Thank you\n\nThank you."));
        read();

        MailFolder inbox = SERVER.getManagers().getImapHostManager().getInbox(returned);
        assertThat(inbox.getMessages())
                .hasSize(2)
                .extracting(StoredMessage::getFlags)
                .noneMatch(flags -> flags.contains(Flags.Flag.SEEN) || flags.contains(Flags.Flag.DELETED));
        assertThat(SERVER.getReceivedMessages()).as("the message and these two").hasSize(3);
    }

    @Test
    void whatWasReportedFirstStandsHoweverOftenItIsRead() throws Exception {
        returned.deliver(bounce());
        returned.deliver(bounce());
        returned.deliver(report("delivered", "2.0.0", "smtp; 250 ok"));
        read();
        jdbc.sql("delete from returned_mail_position").update();
        read();

        assertThat(steps()).containsExactly(MessageEvent.ATTEMPTED, MessageEvent.SENT, MessageEvent.BOUNCED);
    }

    @Test
    void eachMailIsReadOnce() throws Exception {
        returned.deliver(bounce());
        read();
        assertThat(mailbox.read(place(), 100, reply -> {}).reports()).isEmpty();
        returned.deliver(bounce());

        assertThat(mailbox.read(place(), 100, reply -> {}).reports()).hasSize(1);
        assertThat(mailbox.read(new ReturnedMailbox.Place(place().numbering() + 1, place().last()), 100, reply -> {})
                        .reports())
                .as("of a mailbox that numbers its mails anew")
                .hasSize(2);
    }

    private ReturnedMailbox.Place place() {
        return jdbc.sql("select numbering, last from returned_mail_position where mailbox = :name")
                .param("name", mailbox.name())
                .query((row, number) -> new ReturnedMailbox.Place(row.getLong(1), row.getLong(2)))
                .single();
    }

    @Test
    void aReportOfDeliveryIsRecordedAndOneOfRelayingOrDelayIsNot() throws Exception {
        returned.deliver(report("delayed", "4.4.1", "smtp; 421 later"));
        returned.deliver(report("relayed", "2.0.0", "smtp; 250 ok"));
        read();
        assertThat(now()).isEqualTo(MessageStatus.SENT);

        returned.deliver(report("delivered", "2.0.0", "smtp; 250 ok"));
        read();
        assertThat(now()).isEqualTo(MessageStatus.DELIVERED);
        assertThat(messages.find(message.id()).orElseThrow().why()).isNull();
    }

    @Test
    void whatIsForgedOrAboutAnothersMailIsLeftAlone() throws Exception {
        long queued = message.queuedAt().getEpochSecond();
        returned.deliver(bounceOf("<CAF3x@mail.example.com>", "ann.field@example.org"));
        returned.deliver(
                bounceOf("<rovingpm.%d.%d@example.org>".formatted(message.id(), queued - 1), "ann.field@example.org"));
        returned.deliver(bounceOf(
                "<rovingpm.%d.%d@example.org>".formatted(message.id() + 1_000_000, queued), "ann.field@example.org"));
        returned.deliver(
                bounceOf("<rovingpm.%d.%d@example.org>".formatted(message.id(), queued), "somebody.else@example.org"));
        read();
        assertThat(steps()).containsExactly(MessageEvent.ATTEMPTED, MessageEvent.SENT);

        returned.deliver(
                bounceOf("<rovingpm.%d.%d@example.org>".formatted(message.id(), queued), "Ann.Field@example.org"));
        read();
        assertThat(now()).isEqualTo(MessageStatus.BOUNCED);
    }

    @Test
    void aReportOfAnEarlierAttemptDoesNotChangeTheLatest() throws Exception {
        returned.deliver(bounce());
        read();
        clock.moveBy(Duration.ofHours(1));
        sendAgain.send(reference, message.id(), "coordinator");
        send();
        jdbc.sql("delete from returned_mail_position").update();
        read();

        assertThat(now()).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void whatCannotBeReadDoesNotStopWhatIsBehindIt() throws Exception {
        String report = "Content-Type: multipart/report; report-type=delivery-status";
        returned.deliver(DeliveryReportFixture.parsed(report + "\n\nNothing of what it says"));
        returned.deliver(DeliveryReportFixture.parsed(
                report + "; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n\u0001\u0002: :\n--b\n"
                        + "Content-Type: message/rfc822\n\nMessage-ID: <rovingpm.%d.%d@example.org>\nTo: <<<\n"
                                .formatted(message.id(), 1)));
        returned.deliver(DeliveryReportFixture.parsed("Content-Type: multipart/\"report\n\n" + "x".repeat(50)));
        returned.deliver(
                DeliveryReportFixture.parsed(report + "; boundary=b\n\n--b\n\n" + "x".repeat(2 * 1024 * 1024)));
        returned.deliver(bounce());
        read();

        assertThat(now()).isEqualTo(MessageStatus.BOUNCED);
        assertThat(processes
                        .createIncidentQuery()
                        .activityId(ReturnedMailProcess.Elements.READ_RETURNED_MAIL)
                        .count())
                .isZero();
    }

    @Test
    void aFullMailboxIsReadByTheHundredAndThenEveryTenMinutes() throws Exception {
        for (int letter = 0; letter < ReadReturnedMail.AT_A_TIME; letter++) {
            returned.deliver(DeliveryReportFixture.parsed("From: a@example.org\nSubject: Hello\n\nHello."));
        }
        returned.deliver(bounce());
        read();
        assertThat(now()).isEqualTo(MessageStatus.SENT);
        assertThat(job().getDuedate()).isBeforeOrEqualTo(Date.from(clock.instant()));

        read();
        assertThat(now()).isEqualTo(MessageStatus.BOUNCED);
        assertThat(job().getDuedate())
                .isBetween(
                        Date.from(clock.instant().plus(Duration.ofMinutes(9))),
                        Date.from(clock.instant().plus(Duration.ofMinutes(10))));
    }

    @Test
    void anUnavailableMailboxRaisesAnIncidentAndRecovers() throws Exception {
        returned.deliver(bounce());
        mailbox.read(1, user, "secret");
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(incidents()).isEmpty();
            assertThatThrownBy(this::read).hasMessageContaining("could not be read");
        }
        String sentence =
                "The mailbox for returned mail could not be read. Its server could not be reached or broke off.";
        assertThat(incidents())
                .singleElement()
                .extracting(Incident::getIncidentMessage)
                .asString()
                .startsWith(sentence)
                .contains("retried automatically", "ROVINGPM_RETURNED_MAIL_")
                .doesNotContain(user, "secret");
        assertThat(stuck("process-manager", new StuckCaseFilter(Cause.FAILED_STEP, null, null, null)))
                .anySatisfy(stuck -> assertThat(stuck.why()).startsWith(sentence));
        assertThat(job().getRetries()).as("the engine goes on by itself").isEqualTo(1);

        mailbox.read(SERVER.getImap().getPort(), user, "secret");
        read();
        assertThat(incidents()).isEmpty();
        assertThat(now()).isEqualTo(MessageStatus.BOUNCED);
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey(ReturnedMailProcess.KEY)
                        .count())
                .as("remembered with the messages")
                .isZero();
    }

    private List<Incident> incidents() {
        return processes
                .createIncidentQuery()
                .activityId(ReturnedMailProcess.Elements.READ_RETURNED_MAIL)
                .list();
    }

    @Test
    void aWrongPasswordIsReportedAsOne() {
        mailbox.read(SERVER.getImap().getPort(), user, "wrong");

        assertThatThrownBy(this::read).hasMessageContaining("Its server does not accept the user or the password.");
    }

    @Test
    void theApplicationStartsWhereSomebodyHasSuspendedTheReadingOfReturnedMail() throws Exception {
        models.suspendProcessDefinitionByKey(ReturnedMailProcess.KEY);
        try {
            assertThatCode(this::startApplication).doesNotThrowAnyException();
        } finally {
            models.activateProcessDefinitionByKey(ReturnedMailProcess.KEY);
        }
    }

    @Test
    void thereIsOneReadingHoweverOftenTheApplicationStartsAndNoneWithoutAMailbox() throws Exception {
        startApplication();
        startApplication();
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey(ReturnedMailProcess.KEY)
                        .count())
                .isEqualTo(1);

        mailbox.forget();
        read();
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey(ReturnedMailProcess.KEY)
                        .count())
                .isZero();
        startApplication();
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey(ReturnedMailProcess.KEY)
                        .count())
                .isZero();
    }
}
