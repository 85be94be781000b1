package org.rovingpm.web;

import static org.rovingpm.access.Audience.everyone;

import java.util.List;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.springframework.stereotype.Component;

/** What everybody may read. */
@Component
class PublicAccess implements ModuleAccess {

    @Override
    public List<Page> pages() {
        return List.of(
                Page.at("/privacy", "/accessibility").readBy(everyone()),
                Page.at("/webjars/govuk-frontend/{version}/dist/govuk/*").readBy(everyone()));
    }
}
