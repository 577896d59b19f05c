package org.mlanalytics.core.submission;

import org.mlanalytics.core.row.Scalar;

/**
 * Where a question stands in its solution.
 *
 * @param section the code of its section, may be null
 * @param sequence its position in the section, may be null
 * @param criterionExternalId may be null
 * @param criterionName may be null
 */
record QuestionPlace(
    String section, Scalar sequence, String criterionExternalId, String criterionName) {}
