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
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.rovingpm.access.list.CardFields;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.opentask.OpenTasks;
import org.rovingpm.opentask.TaskReader;
import org.rovingpm.opentask.TaskReaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Puts the names of practices and the ratings on the cards of a task list, beside the variables that the engine puts there: asked of
 * the domain for the whole page at once, with the right of whoever reads it. A rating that is only suggested is said to be.
 */
class CasesOnCards extends OncePerRequestFilter {

    private static final Pattern LIST =
            Pattern.compile("/(?:engine-rest|camunda/api/engine)/(?:.+/)?filter/[^/]+/list/?");
    private static final String CARDS = "application/hal+json";
    private static final String EMBEDDED = "_embedded";
    private static final String VARIABLE = "variable";

    private final OpenTasks openTasks;
    private final TaskReaders readers;
    private final ObjectMapper json;

    CasesOnCards(OpenTasks openTasks, TaskReaders readers, ObjectMapper json) {
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
        List<String> ids = StreamSupport.stream(tasks.spliterator(), false)
                .map(task -> task.path("id").asText())
                .toList();
        TaskReader rights = readers.of(reader);
        putAll(CardFields.PRACTICE, openTasks.practicesOf(ids, rights), tasks);
        putAll(CaseVariables.RAG, openTasks.ratingsOf(ids, rights), tasks);
        return json.writeValueAsBytes(page);
    }

    private static void putAll(String name, Map<String, String> values, JsonNode tasks) {
        tasks.forEach(task -> {
            String value = values.get(task.path("id").asText());
            if (value != null) {
                put(name, value, (ObjectNode) task);
            }
        });
    }

    /** As the engine writes a variable, and in the place of one of that name. */
    private static void put(String name, String value, ObjectNode task) {
        ObjectNode embedded = task.path(EMBEDDED) instanceof ObjectNode there ? there : task.putObject(EMBEDDED);
        ArrayNode variables = embedded.path(VARIABLE) instanceof ArrayNode there ? there : embedded.putArray(VARIABLE);
        for (int at = variables.size() - 1; at >= 0; at--) {
            if (name.equals(variables.get(at).path("name").asText())) {
                variables.remove(at);
            }
        }
        ObjectNode variable =
                variables.addObject().put("name", name).put("value", value).put("type", "String");
        variable.putObject("valueInfo");
        variable.putObject("_links");
        variable.putNull(EMBEDDED);
    }
}
