package org.rovingpm.schemestart.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.schemestart.ImportSpreadsheet;
import org.rovingpm.schemestart.ImportSpreadsheet.Result;
import org.rovingpm.schemestart.ImportedFiles;
import org.rovingpm.schemestart.ImportedFiles.ImportedFile;
import org.rovingpm.schemestart.file.WriteTemplate;
import org.rovingpm.schemestart.sheet.Sheet;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The import of a spreadsheet: the template, what the file would make, and making it. */
@Controller
class ImportPages {

    static final String PAGE = "/scheme-start/import";

    private final ImportedFiles files;
    private final ImportSpreadsheet importSpreadsheet;
    private final WriteTemplate template;

    ImportPages(ImportedFiles files, ImportSpreadsheet importSpreadsheet, WriteTemplate template) {
        this.files = files;
        this.importSpreadsheet = importSpreadsheet;
        this.template = template;
    }

    @GetMapping(PAGE)
    String choose(Model model) {
        model.addAttribute("sheets", Sheet.values());
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", List.of());
        }
        return "schemestart/import";
    }

    @GetMapping(PAGE + "/template.xlsx")
    void workbook(HttpServletResponse response) throws IOException {
        download(
                "roving-pm-import.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", response);
        template.workbook(response.getOutputStream());
    }

    @GetMapping(PAGE + "/{sheet:[a-z-]{1,20}}.csv")
    void csv(@PathVariable String sheet, HttpServletResponse response) throws IOException {
        Sheet found = Stream.of(Sheet.values())
                .filter(one -> fileName(one).equals(sheet))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        download(sheet + ".csv", "text/csv;charset=UTF-8", response);
        template.csv(found, response.getOutputStream());
    }

    /** @return the name of a sheet in addresses, such as open-cases */
    static String fileName(Sheet sheet) {
        return sheet.title().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static void download(String name, String type, HttpServletResponse response) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }

    @GetMapping(PAGE + "/{id:\\d{1,18}}")
    String preview(@PathVariable long id, Authentication manager, Model model) {
        ImportedFile file = sent(id, manager);
        try {
            show(file, importSpreadsheet.tryOut(id, manager.getName()), model);
        } catch (Refusal refusal) {
            model.addAttribute("problems", refusal.problems());
            return choose(model);
        }
        return "schemestart/preview";
    }

    @PostMapping(PAGE + "/{id:\\d{1,18}}")
    String run(@PathVariable long id, Authentication manager, Model model, RedirectAttributes after) {
        ImportedFile file = sent(id, manager);
        Result result;
        try {
            result = importSpreadsheet.run(id, manager.getName());
        } catch (Refusal refusal) {
            after.addFlashAttribute("problems", refusal.problems());
            return "redirect:" + PAGE;
        }
        if (!result.problems().isEmpty()) {
            show(file, result, model);
            return "schemestart/preview";
        }
        after.addFlashAttribute("done", "The file has been imported: %s.".formatted(inWords(result)));
        return "redirect:" + SchemeStartPages.PAGE;
    }

    private ImportedFile sent(long id, Authentication manager) {
        return files.find(id, manager.getName()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static void show(ImportedFile file, Result result, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("result", result);
        model.addAttribute("summary", inWords(result));
        model.addAttribute("problems", List.<Problem>of());
    }

    private static String inWords(Result result) {
        String made = Stream.of(Sheet.values())
                .filter(sheet -> result.made(sheet) > 0)
                .map(sheet -> BritishFormat.count(result.made(sheet), sheet.one()))
                .collect(Collectors.joining(", "));
        return made.isEmpty() ? "nothing new" : made;
    }
}
