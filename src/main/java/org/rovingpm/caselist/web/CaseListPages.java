package org.rovingpm.caselist.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.caselist.CaseChoices;
import org.rovingpm.caselist.CaseFilter;
import org.rovingpm.caselist.CaseFilter.Shown;
import org.rovingpm.caselist.CaseList;
import org.rovingpm.caselist.CaseReader;
import org.rovingpm.caselist.FormerCases;
import org.rovingpm.caselist.FormerCases.FormerCase;
import org.rovingpm.caselist.ListedCase;
import org.rovingpm.caselist.SavedView;
import org.rovingpm.caselist.SavedViews;
import org.rovingpm.supportcase.CaseStage;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of cases: all of them for the office, and for a PM the practices that they support and once supported. */
@Controller
class CaseListPages {

    private final CaseList cases;
    private final FormerCases formerCases;
    private final CaseAddressReader addresses;
    private final CaseChoices choices;
    private final SavedViews views;
    private final PersonDirectory people;
    private final Clock clock;

    CaseListPages(
            CaseList cases,
            FormerCases formerCases,
            CaseAddressReader addresses,
            CaseChoices choices,
            SavedViews views,
            PersonDirectory people,
            Clock clock) {
        this.cases = cases;
        this.formerCases = formerCases;
        this.addresses = addresses;
        this.choices = choices;
        this.views = views;
        this.people = people;
        this.clock = clock;
    }

    static CaseReader reader(Authentication person) {
        return CaseReader.of(
                person.getName(),
                person.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .toList());
    }

    /** @return the names of the people whose tasks these cases wait for, in one question */
    static Map<String, String> namesIn(List<ListedCase> cases, PersonDirectory people) {
        return people.namesOf(cases.stream()
                .map(ListedCase::task)
                .filter(Objects::nonNull)
                .map(ListedCase.Task::assignee)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    @GetMapping(CaseAddress.PAGE)
    String list(@RequestParam Map<String, String> sent, Authentication person, Model model) {
        CaseReader reader = reader(person);
        CaseAddress address = addresses.read(sent, reader);
        int first = (address.page() - 1) * CaseAddressReader.A_PAGE;
        model.addAttribute("reader", reader);
        model.addAttribute("heading", reader.listName().orElseThrow());
        model.addAttribute("address", address);
        model.addAttribute("first", first);
        showViews(reader, model);
        if (address.filter().shown() == Shown.PAST) {
            return former(reader, address, first, model);
        }
        CaseList.Found found = cases.page(reader, address.filter(), address.sorting(), first, CaseAddressReader.A_PAGE);
        model.addAttribute("found", found);
        model.addAttribute("rows", CaseRow.of(found.cases(), namesIn(found.cases(), people), clock.instant()));
        model.addAttribute("nextPage", found.count() > first + CaseAddressReader.A_PAGE);
        model.addAttribute("mostInFile", CaseList.MOST_IN_FILE);
        offerFilters(reader, address.filter(), model);
        return "caselist/cases";
    }

    private String former(CaseReader reader, CaseAddress address, int first, Model model) {
        List<FormerCase> found =
                formerCases.of(reader.person(), address.filter().text(), first, CaseAddressReader.A_PAGE + 1);
        model.addAttribute(
                "rows", found.stream().limit(CaseAddressReader.A_PAGE).toList());
        model.addAttribute("nextPage", found.size() > CaseAddressReader.A_PAGE);
        return "caselist/former-cases";
    }

    private void offerFilters(CaseReader reader, CaseFilter filter, Model model) {
        model.addAttribute("shownChoices", reader.office() ? List.of(Shown.OPEN, Shown.CLOSED, Shown.ALL) : List.of());
        model.addAttribute("stages", CaseStage.values());
        model.addAttribute("ratings", CaseFilter.Rating.values());
        model.addAttribute("waitingFor", CaseFilter.WaitingFor.values());
        model.addAttribute("dueBy", CaseFilter.DueBy.values());
        model.addAttribute("pms", reader.office() ? choices.pms(filter.pm()) : List.of());
        model.addAttribute("areas", choices.areas());
        model.addAttribute("helpKinds", choices.helpKinds());
        model.addAttribute("referralPlaces", choices.referralPlaces());
    }

    private void showViews(CaseReader reader, Model model) {
        List<SavedView> all = views.of(reader);
        model.addAttribute("views", all);
        model.addAttribute(
                "owners",
                people.namesOf(all.stream()
                        .map(SavedView::owner)
                        .filter(owner -> !owner.equals(reader.person()))
                        .distinct()
                        .toList()));
    }
}
