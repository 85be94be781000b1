package org.rovingpm.casepage.web.reply;

import java.util.List;
import java.util.stream.Stream;
import org.rovingpm.casepage.web.admission.Admission.Admitted;
import org.rovingpm.reply.Replies;
import org.rovingpm.reply.Reply;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The replies on the page of a case: the office sees all, a PM what they wrote themselves. */
@Component
public class ReplyPart {

    private static final int MOST = 100;

    private final Replies replies;

    ReplyPart(Replies replies) {
        this.replies = replies;
    }

    /**
     * @param joined the duplicates of the case, whose replies are part of it
     * @return the people whom the replies name
     */
    public Stream<String> addTo(Model model, Admitted reader, List<CaseReference> joined) {
        List<Reply> found = replies.of(
                Stream.concat(Stream.of(reader.reference()), joined.stream()).toList(),
                reader.office() ? null : reader.user(),
                MOST);
        model.addAttribute("replies", found);
        model.addAttribute(
                "answersWanted",
                reader.office() ? found.stream().filter(Reply::answerWanted).toList() : List.of());
        return found.stream()
                .flatMap(one -> Stream.of(one.writer(), one.filedBy(), one.answeredBy()))
                .filter(who -> who != null);
    }
}
