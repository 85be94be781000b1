package org.rovingpm.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rovingpm.demo.database.EmbeddedDatabase;
import org.rovingpm.fixture.BesideOthers;
import org.rovingpm.fixture.RunningApplication;
import org.rovingpm.fixture.TestDatabase;
import org.rovingpm.start.StartRefused;

@BesideOthers
class ConfiguredDatabaseTest {

    @Test
    void isRefusedByNameWhereASettingIsMissing() {
        assertThatThrownBy(() -> connect(null, null, " "))
                .hasMessageContaining("ROVINGPM_DB_URL, ROVINGPM_DB_USER, ROVINGPM_DB_PASSWORD are not set");
        assertThatThrownBy(() -> connect("jdbc:postgresql://localhost/x", "someone", null))
                .hasMessageContaining("ROVINGPM_DB_PASSWORD is not set");
    }

    @Test
    void isRefusedWhereItIsNoPostgreSql() {
        assertThatThrownBy(() -> connect("localhost:5432/rovingpm", "someone", "secret"))
                .hasMessageContaining("ROVINGPM_DB_URL is \"localhost:5432/rovingpm\", which is not the JDBC address");
    }

    @Test
    void isRefusedWhereItCannotBeReached() {
        assertThatThrownBy(() -> connect("jdbc:postgresql://127.0.0.1:1/rovingpm?ssl=false", "someone", "secret"))
                .hasMessageContaining("The database at jdbc:postgresql://127.0.0.1:1/rovingpm cannot be reached");
    }

    @Test
    void isRefusedWhereThePasswordIsWrongOrTheDatabaseMissing(@TempDir Path data) {
        try (EmbeddedDatabase own = EmbeddedDatabase.start(data)) {
            assertThatThrownBy(() -> connect(own.url(), own.user(), "wrong"))
                    .hasMessageContaining("refuses the user rovingpm")
                    .hasMessageContaining("password authentication failed")
                    .extracting(failure -> ((StartRefused) failure).whatToDo())
                    .isEqualTo("Check ROVINGPM_DB_USER and ROVINGPM_DB_PASSWORD.");
            assertThatThrownBy(() -> connect(own.url() + "2", own.user(), own.password()))
                    .hasMessageContaining("has no such database");
        }
    }

    @Test
    void isRefusedWhereItsUserIsASuperuserForWhomNothingIsHidden() {
        String url = TestDatabase.createDatabase().replace("user=" + TestDatabase.USER, "user=postgres");
        assertThatThrownBy(() -> connect(url, "postgres", "any"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("The database user postgres is a superuser, for whom PostgreSQL hides nothing")
                .extracting(failure -> ((StartRefused) failure).whatToDo())
                .asString()
                .contains("ROVINGPM_DB_USER");
    }

    @Test
    void servesTwoPackagedApplicationsThatStartOnItAtOnceAndPutEachModelInPlaceOnce() throws SQLException {
        String url = TestDatabase.createDatabase();
        try (RunningApplication one = packaged(url);
                RunningApplication another = packaged(url)) {
            assertThat(one.awaitStart().address())
                    .isNotEqualTo(another.awaitStart().address());
            assertThat(query(url, "select count(*) from act_re_procdef"))
                    .isEqualTo(new File("processes").listFiles((folder, name) -> name.endsWith(".bpmn")).length);
            assertThat(
                            query(
                                    url,
                                    "select count(*) - count(distinct name_) from act_ge_bytearray where deployment_id_ is not null"))
                    .isZero();
            assertThat(query(url, "select count(*) from act_id_user")).isEqualTo(1);
            assertThat(answersNothing(one.address(), "/notify/receipts", "POST"))
                    .isTrue();
            assertThat(answersNothing(one.address(), "/actuator/prometheus", "GET"))
                    .isTrue();
            eachCookieIsForThisHostAndTlsOnly(one.address());
            assertThat(one.output() + another.output())
                    .contains("Another instance is starting on this database")
                    .doesNotContain("\tat ");
        }
    }

    /** As in production, where no test could sign in without TLS in the usual way. */
    private static void eachCookieIsForThisHostAndTlsOnly(String address) {
        HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(address + "/interests"))
                .header("Accept", "text/html")
                .build());
        HttpResponse<String> form = send(HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                .header("Accept", "text/html")
                .build());
        String token = form.body().replaceFirst("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        String held = form.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .collect(Collectors.joining("; "));
        HttpResponse<String> refused = send(signIn(address, held, token, "wrong"));
        HttpResponse<String> signedIn = send(signIn(address, held, token, "Only-in-tests-1"));

        List<String> cookies = Stream.of(page, form, refused, signedIn)
                .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())
                .toList();
        assertThat(cookies)
                .anyMatch(cookie -> cookie.startsWith("__Host-asked-page="))
                .anyMatch(cookie -> cookie.startsWith("__Host-form-token="))
                .anyMatch(cookie -> cookie.startsWith("__Host-JSESSIONID="))
                .anyMatch(cookie -> cookie.startsWith("__Secure-known-browser="))
                .anyMatch(cookie -> cookie.startsWith("__Secure-typed-user-name="))
                .allMatch(cookie -> cookie.matches("__(Host|Secure)-.*; Secure.*") && !cookie.contains("Domain"))
                .allMatch(cookie -> cookie.startsWith("__Secure-") || cookie.matches(".*; Path=/(;.*|$)"));
    }

    private static HttpRequest signIn(String address, String cookies, String token, String password) {
        return HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                .header("Cookie", cookies)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "username=first&password=" + password + "&_csrf=" + URLEncoder.encode(token, UTF_8)))
                .build();
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    /** As where no key of a service is set up. */
    private static boolean answersNothing(String address, String path, String method) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                                .header("Authorization", "Bearer anything")
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build())
                        .statusCode()
                == 404;
    }

    @Test
    void isNotWaitedForWhileAnotherInstanceStartsForEver() throws SQLException {
        DatabaseSettings settings = new DatabaseSettings(TestDatabase.createDatabase(), TestDatabase.USER, "any");
        try (StartupLock first = StartupLock.take(new ConfiguredDatabase(settings).connect(), "1 s")) {
            assertThatThrownBy(() -> StartupLock.take(new ConfiguredDatabase(settings).connect(), "50 ms"))
                    .isInstanceOf(StartRefused.class)
                    .hasMessage("Another instance has been starting on this database for more than 50 ms.");
            first.close();
            StartupLock.take(new ConfiguredDatabase(settings).connect(), "1 s").close();
        }
    }

    @Test
    void isRefusedInOneSentenceWhereAnEarlierSnapshotMadeIt() throws SQLException {
        String url = TestDatabase.createDatabase();
        try (Connection connection = DriverManager.getConnection(url, TestDatabase.USER, "any")) {
            EarlierSnapshot.makeHistory(connection);
        }
        RunningApplication application = packaged(url);
        assertThat(application.awaitEnd()).isEqualTo(1);
        assertThat(application.output())
                .contains("was made by an earlier snapshot of Roving PM, whose data this version cannot take over.")
                .contains("Set ROVINGPM_DB_URL to an empty database, or start the version that made this one.")
                .doesNotContain("\tat ")
                .doesNotContain("Exception");
        assertThat(query(url, "select count(*) from pg_tables where schemaname = 'public'"))
                .isEqualTo(1);
    }

    @Test
    void isTakenWhereItIsEmptyOrHasTheTablesOfThisVersion() {
        String url = TestDatabase.createDatabase();
        TablesOfThisVersion tables = new TablesOfThisVersion(url, TestDatabase.USER, "any");
        tables.orRefuse("It is empty.");
        Flyway.configure().dataSource(url, TestDatabase.USER, "any").load().migrate();
        tables.orRefuse("It is right.");
    }

    private static RunningApplication packaged(String url) {
        return RunningApplication.packaged(
                "--rovingpm.db.url=" + url,
                "--rovingpm.db.user=" + TestDatabase.USER,
                "--rovingpm.db.password=any",
                "--rovingpm.admin.user=first",
                "--rovingpm.admin.password=Only-in-tests-1");
    }

    private static long query(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, TestDatabase.USER, "any");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void connect(String url, String user, String password) {
        new ConfiguredDatabase(new DatabaseSettings(url, user, password)).connect();
    }
}
