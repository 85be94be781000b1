package org.rovingpm.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.rovingpm.demo.DemoMailbox;
import org.rovingpm.notification.Message;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The messages of the demonstration, for the person who tries it on this machine. Needs no account and exists nowhere else. */
@Controller
@Profile("demo")
class DemoMailboxPages {

    private final DemoMailbox mailbox;

    DemoMailboxPages(DemoMailbox mailbox) {
        this.mailbox = mailbox;
    }

    @ModelAttribute
    void refuseOtherMachines(HttpServletRequest request) throws UnknownHostException {
        if (!InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
            throw notFound();
        }
    }

    @GetMapping("/demo/mailbox")
    String list(@RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "1") int page, Model model) {
        int shown = Math.min(Math.max(page, 1), 10_000);
        List<Message> found = mailbox.page(to, shown - 1);
        model.addAttribute("recipients", mailbox.recipients());
        model.addAttribute("messages", found.stream().limit(DemoMailbox.A_PAGE).toList());
        model.addAttribute("more", found.size() > DemoMailbox.A_PAGE);
        model.addAttribute("to", to);
        model.addAttribute("page", shown);
        return "demo/mailbox";
    }

    @GetMapping("/demo/mailbox/{id}")
    String one(@PathVariable long id, Model model) {
        model.addAttribute("message", mailbox.find(id).orElseThrow(DemoMailboxPages::notFound));
        return "demo/mail";
    }

    /** As if the link in the message had been clicked: each click makes a link of its own, because none is stored. */
    @PostMapping("/demo/mailbox/{id}/link")
    String follow(@PathVariable long id) {
        return "redirect:" + mailbox.link(id).orElseThrow(DemoMailboxPages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
