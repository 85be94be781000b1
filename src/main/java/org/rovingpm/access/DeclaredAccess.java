package org.rovingpm.access;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What all modules together have said of who may open what. Refuses to begin where two of them speak of the same address or process. */
@Component
public class DeclaredAccess {

    private final List<Page> pages;
    private final List<ProcessAccess> processes;

    public DeclaredAccess(List<ModuleAccess> modules) {
        pages = modules.stream().flatMap(module -> module.pages().stream()).toList();
        processes =
                modules.stream().flatMap(module -> module.processes().stream()).toList();
        refuseTwice(pages.stream().flatMap(page -> page.patterns().stream()).toList());
        refuseTwice(processes.stream().map(ProcessAccess::process).toList());
    }

    public List<Page> pages() {
        return pages;
    }

    public List<ProcessAccess> processes() {
        return processes;
    }

    /** What the menu shows somebody, in its order. */
    public List<MenuItem> menuOf(Visitor visitor) {
        return pages.stream()
                .filter(page -> page.menuItem().isPresent() && page.readers().admits(visitor))
                .sorted(Comparator.comparingInt(Page::position))
                .flatMap(page -> page.menuItem().stream())
                .toList();
    }

    /** The roles that do tasks of processes together in Tasklist, whoever takes one first. */
    public Set<Role> teams() {
        return processes.stream()
                .flatMap(process -> process.workers().stream())
                .filter(WebApplication.TASKLIST.atHome()::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void refuseTwice(List<String> names) {
        Set<String> seen = new HashSet<>();
        names.stream().filter(name -> !seen.add(name)).findFirst().ifPresent(name -> {
            throw new IllegalStateException("Who may open %s is said twice".formatted(name));
        });
    }
}
