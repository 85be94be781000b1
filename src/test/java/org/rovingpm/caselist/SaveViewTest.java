package org.rovingpm.caselist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.submission.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class SaveViewTest {

    private static final CaseReader OWNER = CaseReader.of("vera", List.of("coordinator"));
    private static final CaseReader COLLEAGUE = CaseReader.of("victor", List.of("coordinator"));
    private static final CaseReader MANAGER = CaseReader.of("violet", List.of("service-manager"));
    private static final String SHOWN = "show=OPEN&rag=RED";

    @Autowired
    private SaveView saveView;

    @Autowired
    private SavedViews views;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void removeThem() {
        jdbc.sql("delete from saved_view").update();
    }

    private static SaveView.Form form(String name, Role team) {
        return new SaveView.Form(name, team == null ? null : team.group());
    }

    private static List<String> names(List<SavedView> views) {
        return views.stream().map(SavedView::name).toList();
    }

    @Test
    void aSharedViewIsSeenByTheTeamAndAnotherByItsOwnerAlone() {
        saveView.save(OWNER, form("Red ones", Role.COORDINATOR), SHOWN);
        saveView.save(OWNER, form("My own", null), SHOWN);
        assertThat(names(views.of(OWNER))).containsExactly("My own", "Red ones");
        assertThat(names(views.of(COLLEAGUE))).containsExactly("Red ones");
        assertThat(views.of(MANAGER)).isEmpty();
    }

    @Test
    void itIsSharedOnlyWithATeamOfItsOwner() {
        assertThatThrownBy(() -> saveView.save(OWNER, form("Red ones", Role.SERVICE_MANAGER), SHOWN))
                .isInstanceOf(Refusal.class);
        assertThat(views.of(OWNER)).isEmpty();
    }

    @Test
    void savedTwiceOrAtTheSameMomentItIsThereOnce() {
        List<CompletableFuture<Void>> at = IntStream.range(0, 8)
                .mapToObj(number -> CompletableFuture.runAsync(
                        () -> saveView.save(OWNER, form(number % 2 == 0 ? "Red ones" : "RED ONES", null), SHOWN)))
                .toList();
        at.forEach(CompletableFuture::join);
        assertThat(views.of(OWNER)).hasSize(1);
    }

    @Test
    void onlyItsOwnerRenamesAndRemovesIt() {
        saveView.save(OWNER, form("Red ones", Role.COORDINATOR), SHOWN);
        long id = views.of(OWNER).get(0).id();
        saveView.change(COLLEAGUE, id, form("Mine now", null));
        views.remove(id, COLLEAGUE.person());
        assertThat(names(views.of(OWNER))).containsExactly("Red ones");
        assertThat(views.find(id, COLLEAGUE.person())).isEmpty();

        saveView.change(OWNER, id, form("Urgent ones", null));
        assertThat(names(views.of(OWNER))).containsExactly("Urgent ones");
        assertThat(views.of(COLLEAGUE)).as("shared no longer").isEmpty();
        views.remove(id, OWNER.person());
        views.remove(id, OWNER.person());
        assertThat(views.of(OWNER)).isEmpty();
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        saveView.save(OWNER, form("Red ones", null), SHOWN);
        saveView.save(OWNER, form("My own", null), SHOWN);
        long id = views.of(OWNER).get(0).id();
        assertThatThrownBy(() -> saveView.change(OWNER, id, form("red ONES", null)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("another view of this name");
    }

    @Test
    void thereIsALimit() {
        IntStream.range(0, SavedViews.MOST)
                .forEach(number -> saveView.save(OWNER, form("View " + number, null), SHOWN));
        assertThatThrownBy(() -> saveView.save(OWNER, form("One more", null), SHOWN))
                .isInstanceOf(Refusal.class);
    }
}
