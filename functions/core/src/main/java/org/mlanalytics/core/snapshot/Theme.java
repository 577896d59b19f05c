package org.mlanalytics.core.snapshot;

import java.util.List;

/**
 * A landed theme of an observation.
 *
 * @param name may be null, like the id and the level
 * @param criteriaIds ids of the criteria of the theme and of all its descendants
 */
public record Theme(String name, String externalId, String level, List<String> criteriaIds) {}
