package org.rovingpm.opentask.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.rovingpm.access.list.CardFields;
import org.rovingpm.opentask.OpenTasks;
import org.rovingpm.opentask.TaskReaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Puts the names of practices on the cards of a task list, beside the variables that the engine puts there: asked of the domain for
 * the whole page at once, with the right of whoever reads it.
 */
class PracticesOnCards extends OncePerRequestFilter {

    private static final Pattern LIST =
            Pattern.compile("/(?:engine-rest|camunda/api/engine)/(?:.+/)?filter/[^/]+/list/?");
    private static final String CARDS = "application/hal+json";
    private static final String EMBEDDED = "_embedded";
    private static final String VARIABLE = "variable";

    private final OpenTasks openTasks;
    private final TaskReaders readers;
    private final ObjectMapper json;

    PracticesOnCards(OpenTasks openTasks, TaskReaders readers, ObjectMapper json) {
        this.openTasks = openTasks;
        this.readers = readers;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !LIST.matcher(request.getRequestURI()
                        .substring(request.getContextPath().length()))
                .matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        Authentication reader = SecurityContextHolder.getContext().getAuthentication();
        if (reader != null
                && answer.getStatus() == HttpServletResponse.SC_OK
                && String.valueOf(answer.getContentType()).startsWith(CARDS)) {
            byte[] named = named(answer.getContentAsByteArray(), reader.getName());
            answer.resetBuffer();
            answer.getOutputStream().write(named);
        }
        answer.copyBodyToResponse();
    }

    private byte[] named(byte[] answer, String reader) throws IOException {
        JsonNode page = json.readTree(answer);
        JsonNode tasks = page.path(EMBEDDED).path("task");
        if (tasks.isEmpty()) {
            return answer;
        }
        Map<String, String> practices = openTasks.practicesOf(
                StreamSupport.stream(tasks.spliterator(), false)
                        .map(task -> task.path("id").asText())
                        .toList(),
                readers.of(reader));
        tasks.forEach(task -> {
            String practice = practices.get(task.path("id").asText());
            if (practice != null) {
                put(practice, (ObjectNode) task);
            }
        });
        return json.writeValueAsBytes(page);
    }

    /** As the engine writes a variable. */
    private static void put(String practice, ObjectNode task) {
        ObjectNode embedded = task.path(EMBEDDED) instanceof ObjectNode there ? there : task.putObject(EMBEDDED);
        ArrayNode variables = embedded.path(VARIABLE) instanceof ArrayNode there ? there : embedded.putArray(VARIABLE);
        ObjectNode variable = variables
                .addObject()
                .put("name", CardFields.PRACTICE)
                .put("value", practice)
                .put("type", "String");
        variable.putObject("valueInfo");
        variable.putObject("_links");
        variable.putNull(EMBEDDED);
    }
}
