package org.rovingpm.modelchange.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.modelchange.ChangedFile;
import org.rovingpm.modelchange.DecideModelChange;
import org.rovingpm.modelchange.ModelChange;
import org.rovingpm.modelchange.ModelChanges;
import org.rovingpm.modelchange.MoveCases;
import org.rovingpm.modelchange.RestoreEarlierVersion;
import org.rovingpm.modelchange.ReviewTasks;
import org.rovingpm.modelchange.web.ModelChangePage.Chosen;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which process managers review changes: see and try them, move running cases, and decide. */
@Controller
class ModelChangePages {

    private static final int CHANGES_A_PAGE = 50;
    private static final String STEP = "step.";

    private final ModelChanges changes;
    private final ModelChangePage page;
    private final MoveCases moveCases;
    private final RestoreEarlierVersion goBack;
    private final ReviewTasks tasks;
    private final Submissions submissions;
    private final PersonDirectory people;

    ModelChangePages(
            ModelChanges changes,
            ModelChangePage page,
            MoveCases moveCases,
            RestoreEarlierVersion goBack,
            ReviewTasks tasks,
            Submissions submissions,
            PersonDirectory people) {
        this.changes = changes;
        this.page = page;
        this.moveCases = moveCases;
        this.goBack = goBack;
        this.tasks = tasks;
        this.submissions = submissions;
        this.people = people;
    }

    @GetMapping("/changes")
    String all(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
        List<ModelChange> shown = changes.before(before, CHANGES_A_PAGE);
        model.addAllAttributes(Map.of(
                "changes",
                shown,
                "more",
                shown.size() == CHANGES_A_PAGE,
                "names",
                people.namesThen(
                        shown.stream().map(ModelChange::madeBy).distinct().toList())));
        return "modelchange/changes";
    }

    @GetMapping("/changes/{id}")
    String one(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> parameters,
            Authentication person,
            Model model) {
        return show(
                person,
                change(id),
                parameters.containsKey("from") ? new Chosen(choice(parameters), null) : Chosen.NOTHING,
                Map.of(),
                List.of(),
                model);
    }

    /** A version of a file of the change, for the diagrams and for the Modeler. */
    @GetMapping("/changes/{id}/files/{file}/{which}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable String file, @PathVariable String which) {
        ChangedFile changed = changes.filesOf(id).stream()
                .filter(one -> one.file().equals(file))
                .findFirst()
                .orElseThrow(ModelChangePages::notFound);
        byte[] content =
                switch (which) {
                    case "base" -> changed.base();
                    case "before" -> changed.before();
                    case "after" -> changed.after();
                    default -> null;
                };
        if (content == null) {
            throw notFound();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(content);
    }

    @PostMapping("/changes/{id}/try")
    String tryOut(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            Authentication person,
            Model model) {
        ModelChange change = change(id);
        MoveCases.Choice choice = choice(sent);
        try {
            return show(
                    person,
                    change,
                    new Chosen(choice, moveCases.tryOut(id, choice, person.getName())),
                    Map.of(),
                    List.of(),
                    model);
        } catch (Refusal refusal) {
            return show(person, change, new Chosen(choice, null), Map.of(), refusal.problems(), model);
        }
    }

    @PostMapping("/changes/{id}/move")
    String move(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            Authentication person,
            Model model,
            RedirectAttributes after) {
        ModelChange change = change(id);
        MoveCases.Choice choice = choice(sent);
        try {
            moveCases.move(id, choice, person.getName());
        } catch (Refusal refusal) {
            return show(person, change, new Chosen(choice, null), Map.of(), refusal.problems(), model);
        }
        after.addFlashAttribute("done", "The cases are now being moved, one after another.");
        return "redirect:/changes/" + id + "#moves";
    }

    @PostMapping("/changes/{id}/moves/{move}/again")
    String tryAgain(
            @PathVariable long id,
            @PathVariable long move,
            Authentication person,
            Model model,
            RedirectAttributes after) {
        ModelChange change = change(id);
        try {
            moveCases.tryAgain(id, move, person.getName());
        } catch (Refusal refusal) {
            return show(person, change, Chosen.NOTHING, Map.of(), refusal.problems(), model);
        }
        after.addFlashAttribute("done", "The cases that were not moved are being retried.");
        return "redirect:/changes/" + id + "#moves";
    }

    /** Completes the task of the change, as its form in Tasklist does; if it is done already, restores the chosen version. */
    @PostMapping("/changes/{id}/decide")
    String decide(
            @PathVariable long id,
            @RequestParam Map<String, String> sent,
            Authentication person,
            Model model,
            RedirectAttributes after) {
        ModelChange change = change(id);
        Map<String, Object> typed = new HashMap<>();
        Stream.of("decision", "version", "reason")
                .filter(field -> !sent.getOrDefault(field, "").isBlank())
                .forEach(field -> typed.put(field, sent.get(field)));
        if (DecideModelChange.Decision.KEEP.name().equals(typed.get("decision"))) {
            // The list of versions is sent with every decision, and always has a selection
            typed.remove("version");
        }
        try {
            if (change.isUpgrade() || change.isHeld() || tasks.isOpen(id)) {
                tasks.complete(id, typed);
            } else {
                typed.put("decision", DecideModelChange.Decision.GO_BACK.name());
                DecideModelChange.Form form = submissions.read(DecideModelChange.Form.class, typed);
                goBack.to(id, form.version(), form.reason(), person.getName());
            }
        } catch (RuntimeException failure) {
            return show(person, change, Chosen.NOTHING, typed, refusal(failure).problems(), model);
        }
        after.addFlashAttribute("done", "Decided. It is on the record below.");
        return "redirect:/changes/" + id;
    }

    /** The engine wraps refusals of its steps. */
    private static Refusal refusal(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        throw failure;
    }

    private String show(
            Authentication reader,
            ModelChange change,
            Chosen chosen,
            Map<String, Object> typed,
            List<Problem> problems,
            Model model) {
        model.addAllAttributes(page.of(change, chosen, reader.getName()));
        model.addAllAttributes(Map.of("typed", typed, "problems", problems));
        return switch (change.kind()) {
            case UPGRADE -> "modelchange/merge";
            case HELD -> "modelchange/held";
            case DEPLOYED -> "modelchange/change";
        };
    }

    private static MoveCases.Choice choice(MultiValueMap<String, String> sent) {
        Map<String, String> steps = new HashMap<>();
        sent.forEach((name, values) -> {
            if (name.startsWith(STEP) && !values.get(0).isBlank()) {
                steps.put(name.substring(STEP.length()), values.get(0));
            }
        });
        return new MoveCases.Choice(
                String.valueOf(sent.getFirst("file")),
                String.valueOf(sent.getFirst("from")),
                steps,
                sent.getOrDefault("instance", List.of()));
    }

    private ModelChange change(long id) {
        return changes.find(id).orElseThrow(ModelChangePages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
