package io.quarkiverse.flamingock.deployment.devui;

import io.quarkiverse.flamingock.deployment.FlamingockEnabled;
import io.quarkiverse.flamingock.runtime.devui.FlamingockDevUiService;
import io.quarkus.deployment.IsLocalDevelopment;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.devui.spi.JsonRPCProvidersBuildItem;
import io.quarkus.devui.spi.page.CardPageBuildItem;
import io.quarkus.devui.spi.page.Page;

/**
 * Adds a card with the number of pending changes, and a page with the pipeline.
 */
@BuildSteps(onlyIf = FlamingockEnabled.class)
class DevUiProcessor {

    @BuildStep(onlyIf = IsLocalDevelopment.class)
    CardPageBuildItem card() {
        CardPageBuildItem card = new CardPageBuildItem();
        card.addPage(Page.webComponentPageBuilder()
                .title("Changes")
                .icon("font-awesome-solid:feather")
                .componentLink("qwc-flamingock-changes.js")
                .dynamicLabelJsonRPCMethodName("pending"));
        return card;
    }

    /** Not for dev mode only: it also tells Quarkus which threading annotations are allowed where. */
    @BuildStep
    JsonRPCProvidersBuildItem service() {
        return new JsonRPCProvidersBuildItem(FlamingockDevUiService.class);
    }
}
