package org.rovingpm.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rovingpm.answer.QuestionKinds;
import org.rovingpm.practice.PracticeSearch;
import org.rovingpm.supportcase.CaseReference;

/** The pages that practices open without an account, and the search for a practice. */
final class PublicPages implements Subject {

    private static final int OFTEN = 60;
    private static final int PRACTICES = 100;
    private static final double PAGE = 100;
    private static final double SEARCH = 50;

    private static final Map<String, String> PAGES = new TreeMap<>(Map.of(
            "/",
            "The first page",
            "/privacy",
            "Privacy",
            "/accessibility",
            "Accessibility",
            "/request-help",
            "Request help",
            "/request-help/practice",
            "Request help: which practice",
            "/request-help/contact",
            "Request help: contact",
            "/request-help/situation",
            "Request help: what has happened"));

    private static final Map<String, String> ASKED = new TreeMap<>(
            Map.of("job-plan", "SUBMITTED", "feedback", "CLOSING", "stop", "SUPPORTED", "rag", "MATCHING"));

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public void measure(Application application, BenchmarkTable table) {
        PAGES.forEach((path, name) ->
                table.times("Page “%s”".formatted(name), Times.of(OFTEN, () -> open(application, path, 200)), PAGE));
        List<String> names = application
                .jdbc()
                .sql("select name from practice where in_scheme and status = 'ACTIVE' order by md5(ods_code) limit "
                        + PRACTICES)
                .query(String.class)
                .list();
        table.times(
                "Page of the practices found",
                Times.of(names, 5, name -> open(application, "/request-help/practice?q=" + encoded(name), 200)),
                PAGE);
        PracticeSearch search = application.bean(PracticeSearch.class);
        table.times(
                "Search for a practice by its name, among %,d"
                        .formatted(application.size().practices()),
                Times.of(names, 5, search::find),
                SEARCH);
        table.times(
                "Search by the first letters", Times.of(names, 5, name -> search.find(name.substring(0, 3))), SEARCH);
        table.times("Search by a name spelt wrongly", Times.of(names, 5, name -> search.find(misspelt(name))), SEARCH);
        ASKED.forEach((purpose, stage) -> table.times(
                "Page that a link opens: %s".formatted(purpose), answerPages(application, purpose, stage), PAGE));
    }

    private Times answerPages(Application application, String purpose, String stage) {
        QuestionKinds kinds = application.bean(QuestionKinds.class);
        String cases = stage.equals("SUBMITTED")
                ? "select case_reference from job_plan where status = 'SUBMITTED' order by id limit 40"
                : "select reference from support_case where stage = '" + stage + "' order by reference limit 40";
        List<String> links = new ArrayList<>();
        application.jdbc().sql(cases).query(String.class).list().stream()
                .map(CaseReference::new)
                .forEach(reference -> kinds.ask(purpose, reference)
                        .ifPresent(question -> links.add("/answer/" + kinds.link(question, null))));
        return Times.of(links, 5, link -> open(application, link, 200));
    }

    private void open(Application application, String path, int expected) {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + application.port() + path))
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new IllegalStateException(
                        "%s answered %d".formatted(path.replaceAll("/answer/.*", "/answer/…"), answer.statusCode()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    private static String misspelt(String name) {
        return name.length() < 6
                ? name + "x"
                : name.substring(0, 3) + name.charAt(4) + name.charAt(3) + name.substring(5);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
