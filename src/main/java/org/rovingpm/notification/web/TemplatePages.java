package org.rovingpm.notification.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.notification.delivery.SendTrial;
import org.rovingpm.notification.template.ChangeTemplate;
import org.rovingpm.notification.template.MessageTemplate;
import org.rovingpm.notification.template.MessageTemplates;
import org.rovingpm.notification.template.TemplateFields;
import org.rovingpm.notification.template.TryTemplate;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which managers read and change message templates. */
@Controller
class TemplatePages {

    private final MessageTemplates templates;
    private final TemplateFields templateFields;
    private final ChangeTemplate changeTemplate;
    private final TryTemplate tryTemplate;
    private final SendTrial sendTrial;
    private final Submissions submissions;
    private final PersonDirectory people;

    TemplatePages(
            MessageTemplates templates,
            TemplateFields templateFields,
            ChangeTemplate changeTemplate,
            TryTemplate tryTemplate,
            SendTrial sendTrial,
            Submissions submissions,
            PersonDirectory people) {
        this.templates = templates;
        this.templateFields = templateFields;
        this.changeTemplate = changeTemplate;
        this.tryTemplate = tryTemplate;
        this.sendTrial = sendTrial;
        this.submissions = submissions;
        this.people = people;
    }

    @GetMapping("/templates")
    String all(Model model) {
        List<MessageTemplate> all = templates.all();
        model.addAttribute("templates", all);
        model.addAttribute(
                "names",
                people.namesThen(all.stream()
                        .map(MessageTemplate::changedBy)
                        .filter(who -> who != null)
                        .distinct()
                        .toList()));
        return "notification/templates";
    }

    @GetMapping("/templates/{name}")
    String one(@PathVariable String name, Authentication person, Model model) {
        MessageTemplate template = template(name);
        return show(
                template,
                Map.of("subject", template.subject(), "body", template.body(), "after", Integer.toString(latest(name))),
                List.of(),
                writer(person),
                model);
    }

    /** Shows the message, sends it to whoever writes it, or puts the template in force, depending on the button. */
    @PostMapping("/templates/{name}")
    String change(
            @PathVariable String name,
            @RequestParam Map<String, String> sent,
            Authentication person,
            Model model,
            RedirectAttributes after) {
        MessageTemplate template = template(name);
        TryTemplate.Writer writer = writer(person);
        Map<String, String> typed = new HashMap<>();
        Stream.of("subject", "body", "after").forEach(field -> typed.put(field, sent.getOrDefault(field, "")));
        try {
            ChangeTemplate.Form form = submissions.read(ChangeTemplate.Form.class, Map.copyOf(typed));
            typed.put("with", sent.getOrDefault("with", ""));
            if (sent.containsKey("preview") || sent.containsKey("send")) {
                TryTemplate.Preview preview = tryTemplate.preview(name, form, typed.get("with"), writer);
                model.addAttribute("preview", preview);
                if (sent.containsKey("send")) {
                    model.addAttribute("done", sendTrial.to(person.getName(), name, preview));
                }
                return show(template, typed, List.of(), writer, model);
            }
            changeTemplate.change(name, form, person.getName());
        } catch (Refusal refusal) {
            return show(template, typed, refusal.problems(), writer, model);
        }
        after.addFlashAttribute("done", "The template is in force, starting with the next message.");
        return "redirect:/templates/" + name;
    }

    @PostMapping("/templates/{name}/put-back")
    String putBack(
            @PathVariable String name,
            @RequestParam int after,
            Authentication person,
            Model model,
            RedirectAttributes flash) {
        MessageTemplate template = template(name);
        try {
            changeTemplate.putBack(name, after, person.getName());
        } catch (Refusal refusal) {
            return show(
                    template,
                    Map.of("subject", template.subject(), "body", template.body(), "after", Integer.toString(after)),
                    refusal.problems(),
                    writer(person),
                    model);
        }
        flash.addFlashAttribute("done", "The packaged template is in force again.");
        return "redirect:/templates/" + name;
    }

    private static TryTemplate.Writer writer(Authentication person) {
        return new TryTemplate.Writer(
                person.getName(),
                person.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .toList());
    }

    private String show(
            MessageTemplate template,
            Map<String, String> typed,
            List<Problem> problems,
            TryTemplate.Writer writer,
            Model model) {
        List<MessageTemplates.Version> versions = templates.versions(template.name());
        model.addAllAttributes(Map.of(
                "template",
                template,
                "typed",
                typed,
                "problems",
                problems,
                "cases",
                tryTemplate.casesFor(template.name(), writer),
                "fields",
                templateFields.of(template),
                "roles",
                template.to().stream().map(templateFields::labelOf).toList(),
                "versions",
                versions,
                "names",
                people.namesThen(versions.stream()
                        .map(MessageTemplates.Version::changedBy)
                        .distinct()
                        .toList())));
        return "notification/template";
    }

    private int latest(String name) {
        return templates.versions(name).stream()
                .findFirst()
                .map(MessageTemplates.Version::number)
                .orElse(0);
    }

    private MessageTemplate template(String name) {
        return templates.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
