package org.acme.shop.changes;

import org.acme.settings.Settings;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;

// tag::change[]
@TargetSystem("settings-file")
@Change(id = "choose-theme", author = "shop-team", description = "Dark, and how often that was chosen")
public class _20260401_01_ChooseTheme {

    @Apply
    public void apply(Settings settings) {
        settings.put("theme", "dark");
        String times = settings.get("times");
        settings.put("times", times == null ? "1" : times + "1");
    }

    @Rollback
    public void rollback(Settings settings) {
        settings.put("theme", "light");
    }
}
// end::change[]
