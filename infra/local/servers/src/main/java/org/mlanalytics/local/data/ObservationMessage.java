package org.mlanalytics.local.data;

import java.util.List;

/**
 * A submission of an observation as its service sends it.
 *
 * @param id of the submission
 * @param json ids and instants are texts
 * @param rowKeys record keys of the question rows that it has to become, in order; none if it is
 *     private or deleted
 */
public record ObservationMessage(String id, String json, List<String> rowKeys) {}
