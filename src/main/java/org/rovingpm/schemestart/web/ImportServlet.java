package org.rovingpm.schemestart.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import org.rovingpm.schemestart.ImportedFiles;
import org.rovingpm.submission.Refusal;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/** Accepts a spreadsheet, which nobody else may see, and leads to what it would make. */
class ImportServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient ImportedFiles files;

    ImportServlet(ImportedFiles files) {
        this.files = files;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!String.valueOf(request.getContentType()).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        String page = request.getContextPath() + ImportPages.PAGE;
        Part file;
        try {
            file = request.getPart("file");
        } catch (IllegalStateException | ServletException malformed) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        if (file == null || file.getSize() == 0) {
            FlashMap after = new FlashMap();
            after.put("problems", new Refusal("file", "Choose a file that has something in it.").problems());
            after.setTargetRequestPath(page);
            new SessionFlashMapManager().saveOutputFlashMap(after, request, response);
            response.sendRedirect(page);
            return;
        }
        long id = files.add(
                file.getSubmittedFileName(),
                file.getInputStream().readAllBytes(),
                request.getUserPrincipal().getName());
        response.sendRedirect(page + "/" + id);
    }
}
