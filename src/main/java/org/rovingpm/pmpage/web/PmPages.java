package org.rovingpm.pmpage.web;

import java.util.List;
import java.util.Map;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.pmpage.ListedPm;
import org.rovingpm.pmpage.PmBlocks;
import org.rovingpm.pmpage.PmCases;
import org.rovingpm.pmpage.PmList;
import org.rovingpm.roster.RosterRecord;
import org.rovingpm.roster.RosterStatus;
import org.rovingpm.roster.RovingPm;
import org.rovingpm.roster.RovingPms;
import org.rovingpm.supportcase.Office;
import org.rovingpm.supportcase.help.HelpKind;
import org.rovingpm.supportcase.help.HelpKinds;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The list of PMs for the office, and the page of each for the office and for the PM. */
@Controller
class PmPages {

    private static final int MOST_NOW = 50;

    private final PmList list;
    private final PmCases cases;
    private final PmBlocks blocks;
    private final RovingPms roster;
    private final RosterRecord record;
    private final HelpKinds helpKinds;
    private final PersonDirectory people;
    private final HiddenCases hiddenCases;

    PmPages(
            PmList list,
            PmCases cases,
            PmBlocks blocks,
            RovingPms roster,
            RosterRecord record,
            HelpKinds helpKinds,
            PersonDirectory people,
            HiddenCases hiddenCases) {
        this.list = list;
        this.cases = cases;
        this.blocks = blocks;
        this.roster = roster;
        this.record = record;
        this.helpKinds = helpKinds;
        this.people = people;
        this.hiddenCases = hiddenCases;
    }

    @GetMapping(PmAddress.PAGE)
    String all(@RequestParam Map<String, String> sent, Authentication person, Model model) {
        List<HelpKind> kinds = helpKinds.all();
        PmAddress address =
                PmAddress.read(sent, kinds.stream().map(HelpKind::code).toList());
        PmList.Found found =
                list.page(person.getName(), address.filter(), address.sorting(), address.first(), PmAddress.A_PAGE);
        model.addAttribute("address", address);
        model.addAttribute("kinds", kinds);
        model.addAttribute("statuses", RosterStatus.values());
        model.addAttribute("count", found.count());
        model.addAttribute("rows", found.pms().stream().map(this::row).toList());
        model.addAttribute("nextPage", found.count() > address.first() + PmAddress.A_PAGE);
        return "pmpage/people";
    }

    private PmRow row(ListedPm pm) {
        return new PmRow(pm, hiddenCases.today(), list.soon());
    }

    /** Where somebody is not on the roster, or somebody else asks than the office and themselves, there is no such page. */
    @GetMapping("/people/{pm}")
    String one(
            @PathVariable String pm,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = "1") String changes,
            Authentication person,
            Model model) {
        boolean office = Office.includes(person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList());
        if (!office && !pm.equals(person.getName())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        RovingPm entry = roster.find(pm).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ListedPm listed =
                list.find(person.getName(), pm).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("office", office);
        model.addAttribute("entry", entry);
        model.addAttribute("row", row(listed));
        model.addAttribute(
                "skills", entry.skills().stream().map(HelpKind::label).sorted().toList());
        model.addAttribute("blocks", office ? blocks.of(pm) : List.of());
        model.addAttribute("now", cases.now(person.getName(), pm, MOST_NOW));
        int shown = PmAddress.pageOf(page);
        List<PmCases.OfPm> before =
                cases.before(person.getName(), pm, (shown - 1) * PmAddress.A_PAGE, PmAddress.A_PAGE + 1);
        model.addAttribute("page", shown);
        model.addAttribute("before", before.stream().limit(PmAddress.A_PAGE).toList());
        model.addAttribute("more", before.size() > PmAddress.A_PAGE);
        showChanges(pm, PmAddress.pageOf(changes), model);
        return "pmpage/pm";
    }

    private void showChanges(String pm, int shown, Model model) {
        List<RosterRecord.Change> all = record.of(pm, (shown - 1) * PmAddress.A_PAGE, PmAddress.A_PAGE + 1);
        List<HelpKind> kinds = helpKinds.all();
        model.addAttribute("changesPage", shown);
        model.addAttribute(
                "changes",
                all.stream()
                        .limit(PmAddress.A_PAGE)
                        .map(change -> new ChangedPart(change, kinds))
                        .toList());
        model.addAttribute("moreChanges", all.size() > PmAddress.A_PAGE);
        model.addAttribute(
                "names",
                people.namesThen(
                        all.stream().map(RosterRecord.Change::by).distinct().toList()));
    }
}
