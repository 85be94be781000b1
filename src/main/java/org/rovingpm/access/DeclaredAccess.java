package org.rovingpm.access;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The declarations of all modules together. Refuses to start if an address or a process is declared twice. */
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

    /** The menu of somebody, in its order. */
    public List<MenuItem> menuOf(Visitor visitor) {
        return pages.stream()
                .filter(page -> visitor.signedIn()
                        && page.menuItem().isPresent()
                        && page.readers().admits(visitor))
                .sorted(Comparator.comparingInt(Page::position))
                .flatMap(page -> page.menuItem().stream())
                .toList();
    }

    /** The roles whose members share tasks in Tasklist: whoever claims one first does it. */
    public Set<Role> teams() {
        return processes.stream()
                .flatMap(process -> process.workers().stream())
                .filter(WebApplication.TASKLIST.atHome()::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void refuseTwice(List<String> names) {
        Set<String> seen = new HashSet<>();
        names.stream().filter(name -> !seen.add(name)).findFirst().ifPresent(name -> {
            throw new IllegalStateException("Access to %s is declared twice".formatted(name));
        });
    }
}
