package org.rovingpm.schemestart.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.access.Role;
import org.rovingpm.schemestart.ImportedFiles;
import org.rovingpm.schemestart.ImportedFiles.ImportedFile;
import org.rovingpm.schemestart.SchemeChecklist;
import org.rovingpm.schemestart.SchemeChecklist.Needed;
import org.rovingpm.schemestart.SchemeChecks;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of what a scheme needs before it helps its first practice. */
@Controller
class SchemeStartPages {

    static final String PAGE = "/scheme-start";

    private final SchemeChecklist checklist;
    private final SchemeChecks checks;
    private final ImportedFiles files;
    private final PersonDirectory people;

    SchemeStartPages(SchemeChecklist checklist, SchemeChecks checks, ImportedFiles files, PersonDirectory people) {
        this.checklist = checklist;
        this.checks = checks;
        this.files = files;
        this.people = people;
    }

    @GetMapping(PAGE)
    String list(Authentication person, Model model) {
        List<Needed> all = checklist.all();
        List<ImportedFile> latest = files.latest();
        model.addAttribute("all", all);
        model.addAttribute("missing", all.stream().filter(one -> !one.there()).count());
        model.addAttribute("manages", person.getAuthorities().stream().anyMatch(role -> role.getAuthority()
                .equals(Role.SERVICE_MANAGER.group())));
        model.addAttribute("latest", latest);
        model.addAttribute(
                "names",
                people.namesThen(Stream.concat(
                                latest.stream().map(ImportedFile::sentBy),
                                all.stream()
                                        .flatMap(one -> Optional.ofNullable(one.check()).stream())
                                        .map(SchemeChecks.Check::by))
                        .distinct()
                        .toList()));
        return "schemestart/checklist";
    }

    @PostMapping(PAGE)
    String check(@RequestParam(defaultValue = "") String item, Authentication manager, RedirectAttributes after) {
        SchemeChecks.Item checked = Arrays.stream(SchemeChecks.Item.values())
                .filter(one -> one.name().equals(item))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        checks.check(checked, manager.getName());
        after.addFlashAttribute("done", "Recorded: this suits the scheme.");
        return "redirect:" + PAGE;
    }
}
