package org.rovingpm.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.notification.MailFixture;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.MessageEvent;
import org.rovingpm.notification.MessageStatus;
import org.rovingpm.notification.Messages;
import org.rovingpm.notification.queue.QueueMessage;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class NotifyDeliveryReportsTest {

    private static final int NOBODY_LISTENS = 1;

    @Autowired
    private MailFixture mail;

    @Autowired
    private QueueMessage queueMessage;

    @Autowired
    private Messages messages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc web;

    private Message message;

    @BeforeEach
    void aMessageThatWasSent() {
        CaseReference reference = new CaseFixture(jdbc).at(CaseStage.REQUESTED, Rag.AMBER);
        mail.sendBy(NOBODY_LISTENS);
        queueMessage.queue("request-received", reference, new QueueMessage.Moment("event", "once"));
        mail.keep();
        message = messages.of(reference, 1).get(0);
        messages.note(message.id(), MessageEvent.SENT, MessageStatus.SENT, null, null);
    }

    private int receipt(String authorization, String body) throws Exception {
        var request =
                post("/notify/receipts").contentType(MediaType.APPLICATION_JSON).content(body);
        return web.perform(authorization == null ? request : request.header("Authorization", authorization))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private int receipt(String reference, String status, String token) throws Exception {
        return receipt("Bearer " + token, """
            {"id":"740e5834-3a29-46b4-9a6f-16142fde533a","reference":%s,"to":"hello@gov.uk","status":"%s",
             "created_at":"2017-05-14T12:15:30.000000Z","completed_at":null,"sent_at":null,"notification_type":"email"}""".formatted(reference == null ? "null" : "\"" + reference + "\"", status));
    }

    private MessageStatus now() {
        return messages.find(message.id()).orElseThrow().status();
    }

    @Test
    void theFirstReportDecidesTheStatusHoweverOftenReportsCome() throws Exception {
        assertThat(receipt(message.key(), "sending", "receipts-of-tests")).isEqualTo(204);
        assertThat(now()).isEqualTo(MessageStatus.SENT);
        assertThat(receipt(message.key(), "permanent-failure", "receipts-of-tests"))
                .isEqualTo(204);
        assertThat(receipt(message.key(), "permanent-failure", "receipts-of-tests"))
                .isEqualTo(204);
        assertThat(receipt(message.key(), "delivered", "receipts-of-tests")).isEqualTo(204);

        assertThat(now()).isEqualTo(MessageStatus.BOUNCED);
        assertThat(messages.find(message.id()).orElseThrow().why()).isEqualTo("The address does not exist.");
        assertThat(messages.events(message))
                .extracting(Messages.Event::what)
                .containsExactly(MessageEvent.SENT, MessageEvent.BOUNCED);
    }

    @Test
    void aReportDecidesWhatWasUnconfirmed() throws Exception {
        messages.note(message.id(), MessageEvent.UNCONFIRMED, MessageStatus.UNCONFIRMED, "Cut", null);
        receipt(message.key(), "delivered", "receipts-of-tests");

        assertThat(now()).isEqualTo(MessageStatus.DELIVERED);
    }

    @Test
    void aReportAboutAnUnknownMessageIsAcceptedAndChangesNothing() throws Exception {
        assertThat(receipt("somebody-elses", "delivered", "receipts-of-tests")).isEqualTo(204);
        assertThat(receipt(null, "delivered", "receipts-of-tests")).isEqualTo(204);
        assertThat(receipt(message.key(), "\\u0000", "receipts-of-tests")).isEqualTo(204);
        assertThat(receipt("Bearer receipts-of-tests", "{}")).isEqualTo(204);
        assertThat(receipt("Bearer receipts-of-tests", "{\"reference\":[1],\"status\":{}}"))
                .isEqualTo(204);
        assertThat(receipt("Bearer receipts-of-tests", "nonsense")).isEqualTo(400);
        assertThat(now()).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void withoutTheTokenNoReportIsAccepted() throws Exception {
        assertThat(receipt(message.key(), "delivered", "another")).isEqualTo(401);
        assertThat(receipt(message.key(), "delivered", "")).isEqualTo(401);
        assertThat(receipt((String) null, "{\"reference\":\"%s\",\"status\":\"delivered\"}".formatted(message.key())))
                .isEqualTo(401);
        assertThat(now()).isEqualTo(MessageStatus.SENT);
        web.perform(get("/notify/receipts")).andExpect(status().is4xxClientError());
    }
}
