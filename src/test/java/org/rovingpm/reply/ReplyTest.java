package org.rovingpm.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.caselist.ListedCases;
import org.rovingpm.document.Documents;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.notification.MailFixture;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.MessageDeliveryProcess;
import org.rovingpm.notification.MessageStatus;
import org.rovingpm.notification.Messages;
import org.rovingpm.notification.ReturnedMailProcess;
import org.rovingpm.notification.queue.QueueMessage;
import org.rovingpm.notification.returnedmail.MailboxFixture;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What people write back, from a real mail server into cases: nothing of a message is known but what a mail program would send. */
@ApplicationTest
class ReplyTest {

    private static final AtomicInteger MAILBOXES = new AtomicInteger();
    private static final GreenMail SERVER = new GreenMail(
            new ServerSetup[] {new ServerSetup(0, "127.0.0.1", "smtp"), new ServerSetup(0, "127.0.0.1", "imap")});
    private static final String TEXT = "Content-Type: text/plain; charset=UTF-8\n\n";

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private QueueMessage queueMessage;

    @Autowired
    private Messages messages;

    @Autowired
    private Replies replies;

    @Autowired
    private Documents documents;

    @Autowired
    private Timeline timeline;

    @Autowired
    private SupportCases cases;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private RuntimeService processes;

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

    private String ours;
    private String contact;
    private String stranger;
    private GreenMailUser inbox;
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
    void aMessageThatAPracticeHasGot() throws Exception {
        int number = MAILBOXES.incrementAndGet();
        String user = "scheme" + number;
        ours = user + "@example.org";
        stranger = "else" + number + "@practice.example.org";
        contact = "ann.field" + number + "@practice.example.org";
        inbox = SERVER.setUser(ours, user, "secret");
        mail.sendBy(SERVER, ours);
        mailbox.read(SERVER.getImap().getPort(), user, "secret", ours);
        reference = aCase();
        send(reference);
        atStart.run(null);
    }

    @AfterEach
    void leaveNothingRunning() throws Exception {
        mailbox.forget();
        atStart.run(null);
        scheme.forget(reference.value());
        mail.keep();
        SERVER.purgeEmailFromAllMailboxes();
        clock.reset();
    }

    private CaseReference aCase() {
        CaseReference made = new CaseFixture(jdbc).at(CaseStage.REQUESTED, Rag.AMBER);
        jdbc.sql("update case_practice set contact_email = :contact where case_reference = :reference")
                .param("contact", contact)
                .param("reference", made.value())
                .update();
        return made;
    }

    private void send(CaseReference about) throws Exception {
        queueMessage.queue(
                "request-received",
                about,
                new QueueMessage.Moment(SupportCaseProcess.Elements.RECEIPT_CONFIRMED, "once"));
        String delivery = processes
                .createProcessInstanceQuery()
                .processDefinitionKey(MessageDeliveryProcess.KEY)
                .processInstanceBusinessKey(about.value())
                .singleResult()
                .getId();
        jobs.executeJob(
                jobs.createJobQuery().processInstanceId(delivery).singleResult().getId());
        message = messages.of(about, 1).get(0);
        sent = SERVER.getReceivedMessages()[SERVER.getReceivedMessages().length - 1];
    }

    /** Where a mail program would send the answer. */
    private String replyTo() throws Exception {
        Address[] to = sent.getReplyTo();
        return ((InternetAddress) to[0]).getAddress();
    }

    private void read() {
        Job timer = jobs.createJobQuery()
                .activityId(ReturnedMailProcess.Timers.NEXT_ROUND_DUE)
                .singleResult();
        if (timer != null) {
            jobs.executeJob(timer.getId());
        }
        jobs.executeJob(jobs.createJobQuery()
                .processDefinitionKey(ReturnedMailProcess.KEY)
                .singleResult()
                .getId());
    }

    private static String id() {
        return "<%s@practice.example.org>".formatted(UUID.randomUUID());
    }

    private static String head(String from, String to, String more) {
        return "Message-ID: %s\nFrom: Ann Field <%s>\nTo: %s\nSubject: Re: Your request\n%sMIME-Version: 1.0\n"
                .formatted(id(), from, to, more);
    }

    /** Comes into the mailbox and is read. */
    private void arrives(String text) {
        inbox.deliver(parsed(text));
        read();
    }

    private static MimeMessage parsed(String text) {
        return GreenMailUtil.newMimeMessage(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Reply filed() {
        List<Reply> found = replies.of(List.of(reference), null, 10);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<Reply> waiting() {
        return waitingFor("coordinator");
    }

    private List<Reply> waitingFor(String person) {
        return replies.waiting(person, 0, 500).stream()
                .filter(one -> List.of(contact, stranger).contains(one.sender()))
                .toList();
    }

    private ResultActions open(String address, Role role) throws Exception {
        return perform(get(address), role.group(), role);
    }

    private ResultActions perform(MockHttpServletRequestBuilder request, String person, Role role) throws Exception {
        return web.perform(request.with(user(person).authorities(AuthorityUtils.createAuthorityList(role.group())))
                .with(csrf()));
    }

    @Test
    void anAnswerIsFiledWithItsCaseByItsAddress() throws Exception {
        assertThat(replyTo()).matches(ours.replace("@", "\\+[a-z2-7]{26}@").replace(".", "\\."));
        int before = replies.count("coordinator");
        arrives(
                head(contact, replyTo().toUpperCase(Locale.ROOT), "") + TEXT
                        + "Thank you, we are in on Thursday.\n\nAnn\n\nOn Mon, 23 Nov 2026 at 09:00, Roving PM\n<scheme@example.org> wrote:\n> We have your request.\n");

        Reply reply = filed();
        assertThat(reply.words()).isEqualTo("Thank you, we are in on Thursday.\n\nAnn");
        assertThat(reply.quoted()).contains("> We have your request.");
        assertThat(reply.writer()).isEqualTo(Reply.PRACTICE);
        assertThat(reply.answerWanted()).isTrue();
        assertThat(replies.count("coordinator")).isEqualTo(before + 1);
        assertThat(timeline.latest(reference).orElseThrow().what()).isEqualTo("Reply by e-mail");
        open("/cases/" + reference, Role.COORDINATOR)
                .andExpect(content()
                        .string(allOf(
                                containsString("Thank you, we are in on Thursday."),
                                containsString("an answer to Ann Field is wanted"),
                                containsString("<summary>What it quotes of earlier mails</summary>"))));
        open("/", Role.COORDINATOR).andExpect(content().string(containsString("to answer or to file")));

        perform(post("/replies/" + reply.id() + "/answered"), "coordinator", Role.COORDINATOR)
                .andExpect(redirectedUrl("/cases/" + reference));
        assertThat(filed().answerWanted()).isFalse();
        assertThat(replies.count("coordinator")).isEqualTo(before);
        perform(post("/replies/" + reply.id() + "/answered"), "coordinator", Role.COORDINATOR)
                .andExpect(status().isNotFound());
    }

    @Test
    void anAnswerToAnotherAddressIsFiledByWhatItSaysItAnswers() throws Exception {
        arrives(head(
                        contact,
                        ours,
                        "References: <other@example.org>\n " + sent.getMessageID() + "\nIn-Reply-To: "
                                + sent.getMessageID() + "\n")
                + TEXT + "Yes.");

        assertThat(filed().words()).isEqualTo("Yes.");
    }

    @Test
    void whatIsForgedOrUnknownWaits() throws Exception {
        String made = ours.replace("@", "+abcdefghijklmnopqrstuvwxyz@");
        arrives(head(contact, made, "") + TEXT + "A made-up token.");
        arrives(head(
                        contact,
                        ours,
                        "In-Reply-To: <rovingpm.%d.%d@example.org>\n"
                                .formatted(message.id(), message.queuedAt().getEpochSecond() - 1))
                + TEXT + "A made-up number.");
        arrives(head(contact, ours, "") + TEXT + "Out of the blue.");

        assertThat(replies.of(List.of(reference), null, 10)).isEmpty();
        assertThat(waiting())
                .extracting(Reply::whyWaiting)
                .containsExactly(
                        "What it says that it answers is no message of ours.",
                        "What it says that it answers is no message of ours.",
                        "It answers no message of ours.");
    }

    @Test
    void whatSomebodyElseWritesByTheRightAddressWaits() throws Exception {
        arrives(head(stranger, replyTo(), "") + TEXT + "I am a new partner.");

        assertThat(replies.of(List.of(reference), null, 10)).isEmpty();
        assertThat(waiting())
                .extracting(Reply::whyWaiting)
                .containsExactly("Its sender is neither the contact at a practice of the case nor its PM.");
    }

    @Test
    void whatComesAfterACaseIsClosedWaits() throws Exception {
        jdbc.sql("update support_case set stage = 'DECLINED', closed_at = now() where reference = :reference")
                .param("reference", reference.value())
                .update();
        arrives(head(contact, replyTo(), "") + TEXT + "One more thing.");

        assertThat(waiting()).extracting(Reply::whyWaiting).containsExactly("The case is closed.");
    }

    @Test
    void whatWaitsDoesNotExistForSomebodyFromWhomItsCaseIsHidden() throws Exception {
        String interested = "coordinator-" + MAILBOXES.get();
        declareInterest.declare(interested, cases.get(reference).leadingPractice(), "My sister is a partner.");
        arrives(head(stranger, replyTo(), "") + TEXT + "By the right address.");
        arrives(head(contact, ours, "") + TEXT + "By the address of the contact alone.");
        assertThat(waiting()).hasSize(2);

        assertThat(waitingFor(interested)).isEmpty();
        long id = waiting().get(0).id();
        perform(get("/replies/" + id), interested, Role.COORDINATOR).andExpect(status().isNotFound());
        perform(post("/replies/" + id + "/set-aside").param("why", "x"), interested, Role.COORDINATOR)
                .andExpect(status().isNotFound());
        perform(get("/replies/" + id), "coordinator", Role.COORDINATOR).andExpect(status().isOk());
    }

    @Test
    void aFiledReplyDoesNotExistForSomebodyFromWhomItsCaseIsHidden() throws Exception {
        arrives(head(contact, replyTo(), "") + TEXT + "Yes.");
        long id = filed().id();
        new ListedCases(jdbc).makeConfidential(reference, "somebody-named");

        assertThat(replies.toAnswer("coordinator", 0, 500))
                .extracting(Reply::id)
                .doesNotContain(id);
        assertThat(replies.toAnswer("somebody-named", 0, 500))
                .extracting(Reply::id)
                .contains(id);
        perform(post("/replies/" + id + "/answered"), "coordinator", Role.COORDINATOR)
                .andExpect(status().isNotFound());
    }

    @Test
    void whatAProgramWritesIsFiledAsSuchAndStartsNothing() throws Exception {
        int before = replies.count("coordinator");
        long mails = SERVER.getReceivedMessages().length;
        arrives(head(contact, replyTo(), "Auto-Submitted: auto-replied\n") + TEXT + "I am away until Monday.");
        arrives(head(contact, ours, "Auto-Submitted: auto-replied\n") + TEXT + "I am away as well.");
        arrives(head(stranger, ours, "Precedence: bulk\n") + TEXT + "News of the week.");

        assertThat(filed().automatic()).isTrue();
        assertThat(filed().answerWanted()).isFalse();
        assertThat(replies.count("coordinator")).isEqualTo(before);
        assertThat(timeline.latest(reference).orElseThrow().what()).isEqualTo("Automatic answer by e-mail");
        assertThat(SERVER.getReceivedMessages()).as("nothing is answered").hasSize((int) mails + 3);
    }

    @Test
    void ourOwnMailIsNoReply() throws Exception {
        arrives("Message-ID: " + sent.getMessageID() + "\nFrom: " + contact + "\nTo: " + replyTo() + "\nSubject: x\n"
                + TEXT + "A copy.");

        assertThat(replies.of(List.of(reference), null, 10)).isEmpty();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void whatIsSentTwiceIsFiledOnce() throws Exception {
        String twice = head(contact, replyTo(), "") + TEXT + "Yes.";
        inbox.deliver(parsed(twice));
        arrives(twice);
        jdbc.sql("delete from returned_mail_position").update();
        read();

        filed();
        assertThat(timeline.of(reference, "Reply by e-mail", 10)).hasSize(1);
    }

    @Test
    void anAnswerToADuplicateGoesToTheCaseThatGoesOn() throws Exception {
        CaseReference survivor = aCase();
        jdbc.sql("""
                insert into case_link (kind, from_case, to_case, reason, linked_at, linked_by)
                values ('DUPLICATE', :from, :to, 'The same', now(), 'coordinator')""")
                .param("from", reference.value())
                .param("to", survivor.value())
                .update();
        arrives(head(contact, replyTo(), "") + TEXT + "Yes.");

        assertThat(replies.of(List.of(survivor), null, 10))
                .extracting(Reply::words)
                .containsExactly("Yes.");
    }

    private static String file(String name, String type, byte[] content) {
        return "--b\nContent-Type: %s\nContent-Disposition: attachment; filename=\"%s\"\nContent-Transfer-Encoding: base64\n\n%s\n"
                .formatted(type, name, Base64.getMimeEncoder().encodeToString(content));
    }

    private String withFiles(String from, String to) {
        return head(from, to, "") + "Content-Type: multipart/mixed; boundary=b\n\n--b\n" + TEXT
                + "The rota is attached.\n"
                + file("rota.txt", "text/plain", "Monday: Ann".getBytes(StandardCharsets.UTF_8))
                + file("run.exe", "application/octet-stream", new byte[] {'M', 'Z', 0, 1}) + "--b--\n";
    }

    @Test
    void filesBecomeDocumentsOrAreRefusedAsOnThePage() throws Exception {
        arrives(withFiles(contact, replyTo()));

        assertThat(documents.of(reference)).extracting(one -> one.name()).containsExactly("rota.txt");
        assertThat(filed().files()).extracting(Reply.File::name).containsExactly("rota.txt", "run.exe");
        assertThat(filed().files().get(0).refused()).isNull();
        assertThat(filed().files().get(1).refused()).contains("Files of this kind are not accepted");
    }

    @Test
    void theOfficeFilesWhatWaitsWithItsFiles() throws Exception {
        arrives(withFiles(stranger, replyTo()));
        Reply reply = waiting().get(0);
        open("/replies/" + reply.id(), Role.COORDINATOR)
                .andExpect(content()
                        .string(allOf(
                                containsString("The rota is attached."),
                                containsString("neither the contact"),
                                containsString("href=\"/cases/" + reference + "\""),
                                containsString("Files of this kind are not accepted"))));
        perform(post("/replies/" + reply.id() + "/file").param("caseReference", ""), "coordinator", Role.COORDINATOR)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Choose the case.")));
        assertThat(stored(reply.id())).isEqualTo(1);

        perform(
                        post("/replies/" + reply.id() + "/file").param("caseReference", reference.value()),
                        "coordinator",
                        Role.COORDINATOR)
                .andExpect(redirectedUrl("/replies"));

        assertThat(filed().filedBy()).isEqualTo("coordinator");
        assertThat(documents.of(reference)).extracting(one -> one.name()).containsExactly("rota.txt");
        assertThat(stored(reply.id())).isZero();
        perform(post("/replies/" + reply.id() + "/set-aside").param("why", "x"), "coordinator", Role.COORDINATOR)
                .andExpect(status().isNotFound());
    }

    private int stored(long id) {
        return jdbc.sql("select count(*) from reply_attachment_content where reply_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    @Test
    void whatIsSetAsideIsDeletedAndStaysOnRecord() throws Exception {
        arrives(withFiles(stranger, ours));
        Reply reply = waiting().get(0);
        perform(
                        post("/replies/" + reply.id() + "/set-aside").param("why", "Not for us."),
                        "coordinator",
                        Role.COORDINATOR)
                .andExpect(redirectedUrl("/replies"));

        assertThat(stored(reply.id())).isZero();
        assertThat(jdbc.sql(
                                "select words is null and quoted is null and set_aside_why = 'Not for us.' from reply where id = :id")
                        .param("id", reply.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void nobodyFilesAReplyWithACaseThatIsHiddenFromThem() throws Exception {
        arrives(head(stranger, ours, "") + TEXT + "Hello.");
        Reply reply = waiting().get(0);
        new ListedCases(jdbc).makeConfidential(reference, "somebody-named");

        perform(
                        post("/replies/" + reply.id() + "/file").param("caseReference", reference.value()),
                        "coordinator",
                        Role.COORDINATOR)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Choose the case from the list.")));
    }

    @Test
    void anHtmlMailIsReadAsPlainText() throws Exception {
        arrives(head(contact, replyTo(), "") + "Content-Type: text/html; charset=UTF-8\n\n"
                + "<html><head><style>p{}</style></head><body><p>Yes &amp; <b>no</b>.<br>Ann</p>"
                + "<script>alert('x')</script><img src=\"https://tracker.example.org/1.png\">"
                + "<p>On Mon, Roving PM wrote:</p><blockquote><p>We have your request.</p></blockquote></body></html>");

        assertThat(filed().words()).isEqualTo("Yes & no.\nAnn");
        assertThat(filed().quoted()).contains("> We have your request.").doesNotContain("alert", "tracker");
    }

    @Test
    void whatIsTypedAsHtmlIsShownAsText() throws Exception {
        arrives(head(contact, replyTo(), "") + TEXT + "<b>Bold</b> \u202Eevil");

        open("/cases/" + reference, Role.COORDINATOR)
                .andExpect(content()
                        .string(allOf(containsString("&lt;b&gt;Bold&lt;/b&gt; evil"), not(containsString("\u202E")))));
    }

    @Test
    void aPmReadsTheirOwnRepliesAndNotThoseOfThePractice() throws Exception {
        String pm = scheme.pm("pm-replies" + MAILBOXES.get());
        try {
            new ListedCases(jdbc).place(reference, pm, LocalDate.now(clock));
            arrives(head(contact, replyTo(), "") + TEXT + "Between us and the office.");
            Message toPm = messageTo(pm);
            String answers = "In-Reply-To: <rovingpm.%d.%d@example.org>\n"
                    .formatted(toPm.id(), toPm.queuedAt().getEpochSecond());
            arrives(head(pm + "@example.org", ours, answers) + TEXT + "I can go on Thursday.");
            arrives(head(pm + "@elsewhere.example.org", ours, answers) + TEXT + "From another address.");

            assertThat(replies.of(List.of(reference), pm, 10))
                    .extracting(Reply::words)
                    .containsExactly("I can go on Thursday.");
            perform(get("/cases/" + reference), pm, Role.ROVING_PM)
                    .andExpect(content()
                            .string(allOf(
                                    containsString("I can go on Thursday."),
                                    not(containsString("Between us and the office.")),
                                    not(containsString("It has been answered")))));
            perform(get("/replies"), pm, Role.ROVING_PM).andExpect(status().isForbidden());
        } finally {
            scheme.leave(pm);
        }
    }

    private Message messageTo(String pm) {
        messages.add(
                new Message(
                        0,
                        "reply-test:" + UUID.randomUUID(),
                        "task-reminder",
                        reference,
                        "pm",
                        pm,
                        "Test PM",
                        "A reminder",
                        "Please look.",
                        null,
                        clock.instant(),
                        MessageStatus.QUEUED,
                        null,
                        null),
                null);
        Message queued = messages.of(reference, 1).get(0);
        messages.sendTo(queued.id(), pm + "@example.org");
        return queued;
    }

    @Test
    void whatCannotBeReadWaitsAndStopsNothing() throws Exception {
        StringBuilder nested = new StringBuilder(head(contact, replyTo(), ""));
        for (int depth = 0; depth < 50; depth++) {
            nested.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(depth, depth));
        }
        inbox.deliver(parsed(nested.append(TEXT).append("Deep.").toString()));
        inbox.deliver(
                parsed("From: <<<\nTo: " + replyTo() + "\nContent-Type: text/plain; charset=\"no such\"\n\nHello"));
        arrives(head(contact, replyTo(), "") + TEXT + "Last.");

        List<Reply> found = replies.of(List.of(reference), null, 10);
        assertThat(found).extracting(Reply::words).contains("Last.");
        assertThat(found).extracting(Reply::notRead).anyMatch(why -> why != null && why.contains("mailbox"));
    }

    @Test
    void whereNobodyIsToAnswerNothingIsRead() throws Exception {
        mailbox.read(SERVER.getImap().getPort(), ours.replaceFirst("@.*", ""), "secret", null);
        arrives(head(contact, replyTo(), "") + TEXT + "Yes.");

        assertThat(replies.of(List.of(reference), null, 10)).isEmpty();
        assertThat(waiting()).isEmpty();
    }
}
