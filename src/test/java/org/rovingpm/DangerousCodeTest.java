package org.rovingpm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.fixture.Code;

/**
 * What an attacker would look for first in the code is not there, so that nobody has to look for it in a review. The
 * demonstration may start its own PostgreSQL; it is no part of the packaged application.
 */
class DangerousCodeTest {

    private static final Map<String, Set<String>> DANGEROUS = Map.of(
            "runs a command of the operating system",
            Set.of("java.lang.ProcessBuilder.<init>", "java.lang.Runtime.exec"),
            "makes objects from bytes",
            Set.of(
                    "java.io.ObjectInputStream.<init>",
                    "java.io.ObjectInputStream.readObject",
                    "java.beans.XMLDecoder.<init>"),
            "looks up a name that could lead elsewhere",
            Set.of("javax.naming.InitialContext.<init>", "javax.naming.Context.lookup"),
            "evaluates a text as code",
            Set.of(
                    "org.springframework.expression.spel.standard.SpelExpressionParser.<init>",
                    "javax.script.ScriptEngine.eval",
                    "javax.xml.xpath.XPathFactory.newInstance"),
            "takes random numbers that can be guessed",
            Set.of(
                    "java.util.Random.<init>",
                    "java.lang.Math.random",
                    "java.util.concurrent.ThreadLocalRandom.current",
                    "java.util.SplittableRandom.<init>"),
            "decides itself which certificates it trusts",
            Set.of(
                    "javax.net.ssl.SSLContext.init",
                    "javax.net.ssl.HttpsURLConnection.setHostnameVerifier",
                    "javax.net.ssl.HttpsURLConnection.setSSLSocketFactory",
                    "org.apache.http.impl.client.HttpClientBuilder.setSSLHostnameVerifier"));

    private static final JavaClasses CODE =
            Code.WITHOUT_TESTS.that(JavaClass.Predicates.resideOutsideOfPackage("org.rovingpm.demo.."));

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern ALGORITHM =
            Pattern.compile("(?:MessageDigest|Mac|Cipher|Signature|KeyGenerator|KeyPairGenerator|SecretKeyFactory)"
                    + "\\s*\\.getInstance\\(([^)]*)\\)");
    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runs a command of the operating system",
                "makes objects from bytes",
                "looks up a name that could lead elsewhere",
                "evaluates a text as code",
                "takes random numbers that can be guessed",
                "decides itself which certificates it trusts"
            })
    void noCodeOfOurs(String does) {
        Set<String> how = DANGEROUS.get(does);
        noClasses()
                .should()
                .accessTargetWhere(DescribedPredicate.<JavaAccess<?>>describe(
                        does,
                        access -> how.contains(access.getTarget().getOwner().getFullName() + "."
                                + access.getTarget().getName())))
                .check(CODE);
    }

    /** The inventory is in docs/security.md, with what each is used for. */
    @Test
    void everyAlgorithmIsInTheInventoryAndNoneIsBroken() {
        String inventory = text(Path.of("docs/security.md")).replaceFirst("(?s).*\n## Cryptography\n", "");
        List<String> algorithms = files(Path.of("src/main/java"), ".java")
                .map(DangerousCodeTest::text)
                .flatMap(code -> ALGORITHM.matcher(code).results().map(use -> algorithm(use.group(1), code)))
                .toList();
        assertThat(algorithms)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(inventory).contains("| " + name + " |"))
                .noneMatch(name -> name.matches("(?i)MD5|SHA-?1|.*(DES|RC4|ECB|PKCS1).*|NONE.*"));
    }

    /** An algorithm as it is named where it is used, by its name or by a constant of the same file. */
    private static String algorithm(String named, String code) {
        Matcher name = Pattern.compile(named.startsWith("\"") ? "\"(.*)\"" : named + "\\s*=\\s*\"(.*)\"")
                .matcher(named.startsWith("\"") ? named : code);
        return name.find() ? name.group(1) : named;
    }

    /** Where a format is not written at its use, its callers write it: whoever adds a place makes sure of that. */
    @Test
    void formatsAreWrittenInTheCode() {
        assertThat(found(
                        Path.of("src/main/java/org/rovingpm"),
                        ".java",
                        Pattern.compile("\\b[a-z]\\w*\\s*\\.formatted\\(|String\\.format\\(\\s*[a-z]\\w*\\s*[,)]")))
                .containsExactly(
                        "practice/file/InputFile.java: reason.formatted(",
                        "practice/file/UnreadableRow.java: reason.formatted(",
                        "practice/register/RegisterApi.java: reason.formatted(",
                        "supportcase/practices/JoiningRules.java: sentence.formatted(");
    }

    @Test
    void pagesWriteTextAsTextAndHoldNoScript() {
        Pattern unsafe = Pattern.compile(
                "th:utext|\\[\\(|__\\$\\{|\\son\\w+\\s*=|th:on\\w+|javascript:|<script(?![^>]*\\bsrc=)[^>]*>",
                Pattern.DOTALL);
        assertThat(found(RESOURCES.resolve("templates"), ".html", unsafe)).isEmpty();
    }

    /** The one part of a page that comes as HTML is a template of ours, written as the others are. */
    @Test
    void scriptsOfOursWriteTextAsTextEvaluateNothingAndListenToNoOtherWindow() {
        Pattern unsafe = Pattern.compile(
                "\\beval\\(|new Function\\(|outerHTML|insertAdjacentHTML|document\\.write|document\\.cookie"
                        + "|\\.postMessage\\(|addEventListener\\(\\s*['\"]message|onmessage|set(?:Timeout|Interval)\\(\\s*['\"`]");
        assertThat(found(RESOURCES, ".js", unsafe)).isEmpty();
        assertThat(found(RESOURCES, ".js", Pattern.compile("innerHTML")))
                .containsExactly("plugin-webapp/case-panel/app/plugin.js: innerHTML");
    }

    @Test
    void aFieldForAPasswordHidesItAndTakesWhatAPasswordManagerFillsIn() {
        List<String> fields = files(RESOURCES.resolve("templates"), ".html")
                .flatMap(file -> INPUT.matcher(text(file)).results().map(MatchResult::group))
                .filter(field -> field.matches("(?is).*(name|id|type)=\"[^\"]*password[^\"]*\".*"))
                .toList();
        assertThat(fields)
                .isNotEmpty()
                .allMatch(field -> field.contains("type=\"password\""))
                .allMatch(field -> field.matches("(?s).*autocomplete=\"(current|new)-password\".*"));
        assertThat(found(RESOURCES, ".js", Pattern.compile("['\"](paste|copy|cut)['\"]")))
                .isEmpty();
    }

    private static Set<String> found(Path folder, String ending, Pattern pattern) {
        Set<String> found = new TreeSet<>();
        files(folder, ending).forEach(file -> pattern.matcher(text(file))
                .results()
                .forEach(use -> found.add(folder.relativize(file) + ": " + use.group())));
        return found;
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
