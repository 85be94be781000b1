package org.rovingpm.engine.guard;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.rovingpm.engine.AllowedInModels;

/** Refuses decisions that are not written in FEEL, and case models, which this product does not use. */
class NoCodeInDecisions implements Deployer {

    private static final Pattern LANGUAGE =
            Pattern.compile("[\\s:](?:expressionLanguage|inputExpressionLanguage)\\s*=\\s*[\"']([^\"']*)[\"']");

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            deployment.getResources().values().forEach(NoCodeInDecisions::check);
        }
    }

    private static void check(ResourceEntity resource) {
        String name = resource.getName().toLowerCase(Locale.ROOT);
        if (name.endsWith(".cmmn") || name.endsWith(".cmmn10.xml") || name.endsWith(".cmmn11.xml")) {
            throw new RefusedByGuard("Case models (CMMN) are not used here: " + resource.getName());
        }
        if (name.endsWith(".dmn") || name.endsWith(".dmn11.xml")) {
            checkLanguages(resource);
        }
    }

    private static void checkLanguages(ResourceEntity resource) {
        Matcher languages = LANGUAGE.matcher(new String(resource.getBytes(), StandardCharsets.UTF_8));
        while (languages.find()) {
            if (!AllowedInModels.FEEL.contains(languages.group(1).toLowerCase(Locale.ROOT))) {
                throw new RefusedByGuard("Decisions are written in FEEL: " + resource.getName()
                        + " has expressions in \"" + languages.group(1) + "\".");
            }
        }
    }
}
