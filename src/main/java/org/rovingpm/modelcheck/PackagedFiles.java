package org.rovingpm.modelcheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.engine.DeployedForm;
import org.rovingpm.modelcheck.known.ModelFile;
import org.rovingpm.modelcheck.xml.ReadXml;
import org.rovingpm.modelcheck.xml.XmlElement;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The packaged processes, decisions, forms and message templates. */
public class PackagedFiles {

    private final Map<String, byte[]> processes = new HashMap<>();
    private final Map<String, byte[]> forms = new HashMap<>();
    private final Map<String, byte[]> decisions = new HashMap<>();
    private final Set<String> templates = new TreeSet<>();
    private final Set<String> services = new TreeSet<>();

    public PackagedFiles() {
        try {
            for (Resource file : files("processes/*.bpmn")) {
                byte[] content = file.getContentAsByteArray();
                XmlElement root = ReadXml.read(content);
                root.children("process").forEach(process -> processes.put(process.id(), content));
                root.all("connector")
                        .flatMap(connector -> connector.all("inputParameter"))
                        .filter(input -> "url".equals(input.own("name")))
                        .map(XmlElement::text)
                        .filter(url -> url.contains(":"))
                        .forEach(url -> services.add(url.substring(0, url.indexOf(':'))));
            }
            for (Resource file : files("processes/*.dmn")) {
                byte[] content = file.getContentAsByteArray();
                ReadXml.read(content).children("decision").forEach(decision -> decisions.put(decision.id(), content));
            }
            for (Resource file : files("forms/*.form")) {
                byte[] content = file.getContentAsByteArray();
                forms.put(DeployedForm.read(content).id(), content);
            }
            files("messages/*.txt")
                    .forEach(file -> templates.add(file.getFilename().replace(".txt", "")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ReadXml.Unreadable broken) {
            throw new IllegalStateException(broken);
        }
    }

    public Optional<byte[]> process(String id) {
        return Optional.ofNullable(processes.get(id));
    }

    /** Ids of the processes. */
    public Set<String> processes() {
        return processes.keySet();
    }

    public Optional<byte[]> form(String id) {
        return Optional.ofNullable(forms.get(id));
    }

    /** @return the file that holds the decision */
    public Optional<byte[]> decision(String id) {
        return Optional.ofNullable(decisions.get(id));
    }

    public Set<String> templates() {
        return templates;
    }

    /** Names of the outside services that the processes call. */
    public Set<String> services() {
        return services;
    }

    /** Every packaged process, decision and form, to be checked together. */
    public static List<ModelFile> all() {
        return Stream.of("processes/*.bpmn", "processes/*.dmn", "forms/*.form")
                .flatMap(pattern -> files(pattern).stream())
                .map(file -> {
                    try {
                        return new ModelFile(file.getFilename(), file.getContentAsByteArray());
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                })
                .collect(Collectors.toList());
    }

    private static Collection<Resource> files(String pattern) {
        try {
            return List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
