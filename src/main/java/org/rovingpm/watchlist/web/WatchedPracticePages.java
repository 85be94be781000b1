package org.rovingpm.watchlist.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.access.Role;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.rovingpm.supportcase.request.BeginReferral;
import org.rovingpm.supportcase.web.begun.RequestCookie;
import org.rovingpm.watchlist.ContactWay;
import org.rovingpm.watchlist.EarlierEntry;
import org.rovingpm.watchlist.HelpOffer;
import org.rovingpm.watchlist.RecordContact;
import org.rovingpm.watchlist.ReferWatchedPractice;
import org.rovingpm.watchlist.WatchList;
import org.rovingpm.watchlist.WatchPractice;
import org.rovingpm.watchlist.WatchedContact;
import org.rovingpm.watchlist.WatchedPractice;
import org.rovingpm.watchlist.Watcher;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A watched practice: what was noticed, the contacts with it, and what is done next. Whatever is refused, what was typed stays. */
@Controller
@RequestMapping(WatchAddress.PAGE + "/{id:\\d{1,18}}")
class WatchedPracticePages {

    private static final int A_PAGE = 10;
    private static final List<String> CONTACT =
            List.of("contactedOn", "way", "withWhom", "whatSaid", "help", "nextLookOn");
    private static final List<String> CONSENT = List.of("consentGivenBy", "consentOn");
    private static final List<String> END = List.of("endReason");

    private final WatchList watchList;
    private final WatchPractice watchPractice;
    private final RecordContact recordContact;
    private final ReferWatchedPractice referWatchedPractice;
    private final WatchForms forms;
    private final Submissions submissions;
    private final PersonDirectory people;
    private final Clock clock;

    WatchedPracticePages(
            WatchList watchList,
            WatchPractice watchPractice,
            RecordContact recordContact,
            ReferWatchedPractice referWatchedPractice,
            WatchForms forms,
            Submissions submissions,
            PersonDirectory people,
            Clock clock) {
        this.watchList = watchList;
        this.watchPractice = watchPractice;
        this.recordContact = recordContact;
        this.referWatchedPractice = referWatchedPractice;
        this.forms = forms;
        this.submissions = submissions;
        this.people = people;
        this.clock = clock;
    }

    /** What a button does with the version of the practice that its reader was shown. */
    private interface Action {

        String perform(Watcher watcher, int version);
    }

    @GetMapping
    String one(
            @PathVariable long id,
            @RequestParam(defaultValue = "1") String contacts,
            @RequestParam(defaultValue = "1") String earlier,
            Authentication person,
            Model model) {
        model.addAttribute("contactsPage", WatchAddress.pageOf(contacts));
        model.addAttribute("earlierPage", WatchAddress.pageOf(earlier));
        return show(id, Map.of(), List.of(), person, model);
    }

    @PostMapping("/change")
    ModelAndView change(
            @PathVariable long id,
            @RequestParam Map<String, String> sent,
            Authentication person,
            Model model,
            RedirectAttributes after) {
        Map<String, String> typed = WatchForms.typed(sent, WatchForms.NOTICED);
        return perform(id, sent, typed, person, model, (watcher, version) -> {
            watchPractice.change(watcher, id, version, submissions.read(WatchPractice.Noticed.class, typed));
            after.addFlashAttribute("done", "The change is saved. What was written before stays on record.");
            return at(id);
        });
    }

    @PostMapping("/contact")
    ModelAndView contact(
            @PathVariable long id,
            @RequestParam Map<String, String> sent,
            Authentication person,
            Model model,
            RedirectAttributes after) {
        Map<String, String> typed = WatchForms.typed(sent, CONTACT);
        return perform(id, sent, typed, person, model, (watcher, version) -> {
            recordContact.record(watcher, id, version, submissions.read(RecordContact.Form.class, typed));
            after.addFlashAttribute("done", "The contact is on record.");
            return at(id);
        });
    }

    @PostMapping("/end")
    ModelAndView end(
            @PathVariable long id,
            @RequestParam Map<String, String> sent,
            Authentication person,
            Model model,
            RedirectAttributes after) {
        Map<String, String> typed = WatchForms.typed(sent, END);
        return perform(id, sent, typed, person, model, (watcher, version) -> {
            watchPractice.end(watcher, id, version, submissions.read(WatchPractice.End.class, typed));
            after.addFlashAttribute("done", "The practice is no longer watched. What was written stays on record.");
            return at(id);
        });
    }

    /** Leads to the pages of a referral, which begins with the practice and its consent. */
    @PostMapping("/refer")
    ModelAndView refer(
            @PathVariable long id,
            @RequestParam Map<String, String> sent,
            Authentication person,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        if (!refers(person)) {
            throw WatchForms.unknown();
        }
        Map<String, String> typed = WatchForms.typed(sent, CONSENT);
        return perform(id, sent, typed, person, model, (watcher, version) -> {
            BeginReferral.Begun begun = referWatchedPractice.begin(
                    watcher, id, version, submissions.read(ReferWatchedPractice.Consent.class, typed));
            RequestCookie.set(begun.visitor(), RequestCookie.REFERRAL, http, response);
            return "redirect:" + RequestCookie.REFERRAL + "/contact";
        });
    }

    private static boolean refers(Authentication person) {
        return Role.ofGroups(person.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .toList())
                .contains(Role.LIAISON);
    }

    private static String at(long id) {
        return "redirect:" + WatchAddress.PAGE + "/" + id;
    }

    private ModelAndView perform(
            long id,
            Map<String, String> sent,
            Map<String, String> typed,
            Authentication person,
            Model model,
            Action action) {
        try {
            String version = sent.getOrDefault("version", "");
            return new ModelAndView(action.perform(
                    WatchForms.watcher(person), version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0));
        } catch (Refusal refusal) {
            return new ModelAndView(
                    show(id, typed, refusal.problems(), person, model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    /** @param sent what was typed into one of the forms; the others are as they are at first */
    private String show(long id, Map<String, String> sent, List<Problem> problems, Authentication person, Model model) {
        Watcher watcher = WatchForms.watcher(person);
        WatchedPractice watched = watchList.find(watcher, id).orElseThrow(WatchForms::unknown);
        LocalDate today = LocalDate.now(clock);
        Map<String, String> typed = new HashMap<>(WatchForms.typed(watched));
        Stream.of(CONTACT, CONSENT, END).flatMap(List::stream).forEach(field -> typed.put(field, ""));
        typed.put("contactedOn", today.toString());
        typed.putAll(sent);
        forms.showFields(typed, problems, model);
        model.addAttribute("watched", watched);
        model.addAttribute("today", today);
        model.addAttribute("refers", refers(person));
        model.addAttribute("ways", ContactWay.values());
        model.addAttribute("offers", HelpOffer.values());
        showRecord(watcher, watched, model);
        return "watchlist/watched-practice";
    }

    private void showRecord(Watcher watcher, WatchedPractice watched, Model model) {
        int contactsPage = (Integer) model.asMap().getOrDefault("contactsPage", 1);
        int earlierPage = (Integer) model.asMap().getOrDefault("earlierPage", 1);
        List<WatchedContact> contacts =
                watchList.contacts(watcher, watched.id(), (contactsPage - 1) * A_PAGE, A_PAGE + 1);
        List<EarlierEntry> earlier = watchList.earlier(watcher, watched.id(), (earlierPage - 1) * A_PAGE, A_PAGE + 1);
        model.addAttribute("contactsPage", contactsPage);
        model.addAttribute("contacts", contacts.stream().limit(A_PAGE).toList());
        model.addAttribute("moreContacts", contacts.size() > A_PAGE);
        model.addAttribute("earlierPage", earlierPage);
        model.addAttribute("earlier", earlier.stream().limit(A_PAGE).toList());
        model.addAttribute("moreEarlier", earlier.size() > A_PAGE);
        model.addAttribute(
                "names",
                people.namesThen(Stream.of(
                                contacts.stream().map(WatchedContact::recordedBy),
                                earlier.stream().map(EarlierEntry::writtenBy),
                                Stream.of(watched.changedBy()),
                                Stream.ofNullable(watched.end()).map(WatchedPractice.End::by))
                        .flatMap(some -> some)
                        .distinct()
                        .toList()));
    }
}
