package org.acme.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.acme.files.Fields;

import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Marker;
import io.quarkiverse.flamingock.spi.Markers;

/**
 * What is in a settings file: a line for each setting, and comments with the fence and the markers. As they are in one file, a
 * change and its marker take effect together.
 *
 * @param fence the newest token that was seen
 * @param markers the markers by service and id of their change
 * @param settings the settings, in their order
 */
record Content(long fence, Map<String, Map<String, Marker>> markers, Map<String, String> settings) {

    private static final String FENCE = "# fence ";
    private static final String MARKER = "# marker ";

    static Content parse(List<String> lines) {
        long fence = 0;
        Map<String, Map<String, Marker>> markers = new LinkedHashMap<>();
        Map<String, String> settings = new LinkedHashMap<>();
        for (String line : lines) {
            if (line.startsWith(FENCE)) {
                fence = Long.parseLong(line.substring(FENCE.length()));
            } else if (line.startsWith(MARKER)) {
                Fields fields = Fields.parse(line.substring(MARKER.length()));
                Marker marker = new Marker(fields.text("change"), fields.number("token"), fields.text("checksum"),
                        Marker.State.APPLIED);
                markers.computeIfAbsent(fields.text("service"), key -> new LinkedHashMap<>()).put(marker.changeId(), marker);
            } else if (line.contains("=")) {
                settings.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
        }
        return new Content(fence, markers, settings);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(FENCE + fence);
        markers.forEach((service, byChangeId) -> byChangeId.values()
                .forEach(marker -> lines.add(MARKER + new Fields().with("service", service).with("change", marker.changeId())
                        .with("token", marker.token()).with("checksum", marker.checksum()))));
        settings.forEach((key, value) -> lines.add(key + "=" + value));
        return lines;
    }

    Markers markersOf(String service) {
        return Markers.kept(markers.getOrDefault(service, Map.of()));
    }

    Content fencedBy(long token) {
        return new Content(token, markers, settings);
    }

    Content with(Map<String, String> newSettings) {
        return new Content(fence, markers, newSettings);
    }

    Content markedBy(ChangeCall call) {
        Map<String, Map<String, Marker>> all = new LinkedHashMap<>(markers);
        Map<String, Marker> ofService = new LinkedHashMap<>(all.getOrDefault(call.service(), Map.of()));
        ofService.put(call.changeId(), markerOf(call));
        all.put(call.service(), ofService);
        return new Content(fence, all, settings);
    }

    boolean isMarkedBy(ChangeCall call) {
        return markerOf(call).equals(markersOf(call.service()).of(call.changeId()));
    }

    private static Marker markerOf(ChangeCall call) {
        return new Marker(call.changeId(), call.token(), call.checksum(), Marker.State.APPLIED);
    }
}
