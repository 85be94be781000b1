package org.rovingpm.casepage.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.rovingpm.casepage.web.admission.Admission;
import org.rovingpm.casepage.web.admission.Admission.Admitted;
import org.rovingpm.document.AddDocument;
import org.rovingpm.submission.Refusal;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * Accepts documents. It is the only address that accepts a file, so it is a servlet of its own. The protection
 * against forged requests applies as for every page.
 */
class UploadServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String DOCUMENTS = "documents";

    private final transient Admission admission;
    private final transient AddDocument addDocument;
    private final transient ObjectMapper json;

    UploadServlet(Admission admission, AddDocument addDocument, ObjectMapper json) {
        this.admission = admission;
        this.addDocument = addDocument;
        this.json = json;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Admitted person;
        try {
            person = admission.to(
                    String.valueOf(request.getPathInfo()).substring(1), (Authentication) request.getUserPrincipal());
        } catch (ResponseStatusException refused) {
            response.sendError(refused.getStatusCode().value());
            return;
        }
        if (!String.valueOf(request.getContentType()).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        String page = request.getContextPath() + "/cases/" + person.reference();
        try {
            Part file = request.getPart("file");
            if (file == null
                    || file.getSize() == 0
                            && String.valueOf(file.getSubmittedFileName()).isBlank()) {
                throw new Refusal("file", "Choose a file first.");
            }
            addDocument.add(
                    person.reference(),
                    file.getSubmittedFileName(),
                    file.getInputStream().readAllBytes(),
                    person.user());
            answer(200, "done", "The document has been added.", page, json, request, response);
        } catch (Refusal refusal) {
            answer(Outcome.REFUSED, "problem", refusal.getMessage(), page, json, request, response);
        }
    }

    /** Answers a script, or the page of the case, with the result. */
    static void answer(
            int status,
            String kind,
            String sentence,
            String page,
            ObjectMapper json,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (Outcome.isForScript(request)) {
            response.setStatus(status);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write(json.writeValueAsString(Map.of(kind, sentence)));
            return;
        }
        FlashMap after = new FlashMap();
        after.put(DOCUMENTS + ("done".equals(kind) ? "Done" : "Problem"), sentence);
        after.setTargetRequestPath(page);
        new SessionFlashMapManager().saveOutputFlashMap(after, request, response);
        response.sendRedirect(page + "#" + DOCUMENTS);
    }
}
