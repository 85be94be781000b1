package org.rovingpm.matching;

import java.util.List;
import java.util.Optional;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.matching.shortlist.OfferStatus;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.RecipientSource;
import org.rovingpm.roster.RosterStatus;
import org.rovingpm.roster.RovingPm;
import org.rovingpm.roster.RovingPms;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** PMs to whom a case is or was offered, unless an interest or being kept out has hidden it from them since. */
@Configuration(proxyBeanMethods = false)
class OfferedPmRecipients {

    /** The PM who has the open offer or, if there is none, the PM whose last offer expired. */
    @Bean
    RecipientSource offeredPm(Offers offers, RovingPms roster, HiddenCases hiddenCases) {
        return new OfferedPm(
                "offered-pm", "the PM to whom the placement was offered", roster, hiddenCases, reference -> offers.open(
                                reference)
                        .or(() -> lastEnded(offers, reference, OfferStatus.EXPIRED)));
    }

    /** The PM whose offer was withdrawn because the case ended. */
    @Bean
    RecipientSource withdrawnPm(Offers offers, RovingPms roster, HiddenCases hiddenCases) {
        return new OfferedPm(
                "withdrawn-pm",
                "the PM whose offer was withdrawn",
                roster,
                hiddenCases,
                reference -> lastEnded(offers, reference, OfferStatus.WITHDRAWN));
    }

    private static Optional<Offer> lastEnded(Offers offers, CaseReference reference, OfferStatus answer) {
        return offers.ended(reference).stream().findFirst().filter(offer -> offer.status() == answer);
    }

    private interface Found {
        Optional<Offer> of(CaseReference reference);
    }

    private record OfferedPm(String name, String label, RovingPms roster, HiddenCases hiddenCases, Found found)
            implements RecipientSource {

        @Override
        public List<Recipient> of(CaseReference reference) {
            return found
                    .of(reference)
                    .filter(offer -> !hiddenCases.bars(reference, offer.pm()))
                    .flatMap(offer -> roster.find(offer.pm()))
                    .map(OfferedPm::recipient)
                    .stream()
                    .toList();
        }

        /** Found even if the offer has been answered since. */
        @Override
        public Recipient findAgain(CaseReference reference, String person, String name) {
            return hiddenCases.bars(reference, person)
                    ? Recipient.ofHiddenCase(person, name)
                    : roster.find(person).map(OfferedPm::recipient).orElseThrow();
        }

        private static Recipient recipient(RovingPm pm) {
            return Recipient.of(pm.userId(), pm.name(), pm.email(), pm.status() == RosterStatus.LEFT);
        }
    }
}
