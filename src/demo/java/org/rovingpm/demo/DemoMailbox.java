package org.rovingpm.demo;

import java.util.List;
import java.util.Optional;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.Messages;
import org.rovingpm.notification.delivery.MessageLinks;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mailboxes of the demonstration's made-up people and practices: every message there is. In demonstration mode only. */
@Component
@Profile("demo")
public class DemoMailbox {

    public static final int A_PAGE = 25;

    private final JdbcClient jdbc;
    private final Messages messages;
    private final MessageLinks links;

    DemoMailbox(JdbcClient jdbc, Messages messages, MessageLinks links) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.links = links;
    }

    /** @return the names of all who have messages, at most 500 */
    public List<String> recipients() {
        return jdbc.sql("select distinct name from published_message where name is not null order by name limit 500")
                .query(String.class)
                .list();
    }

    /**
     * @param to   name of the recipient; empty for everybody
     * @param page from 0
     * @return a page of messages, the latest first, and one more where there are more
     */
    public List<Message> page(String to, int page) {
        return jdbc
                .sql(
                        "select id from published_message where :to = '' or name = :to order by id desc limit :limit offset :offset")
                .param("to", to)
                .param("limit", A_PAGE + 1)
                .param("offset", page * A_PAGE)
                .query(Long.class)
                .list()
                .stream()
                .flatMap(id -> messages.find(id).stream())
                .toList();
    }

    public Optional<Message> find(long id) {
        return messages.find(id);
    }

    /** @return the path of a new link in place of the one in the message; empty if there is none, or nothing is left to do */
    public Optional<String> link(long id) {
        return messages.find(id).flatMap(message -> links.make(message));
    }
}
