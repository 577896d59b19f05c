package org.mlanalytics.core.submission;

/**
 * One row on its way to a topic.
 *
 * @param key the record key, unique in its submission and the same whenever the submission comes
 *     again
 * @param answer where the answer is that the row tells of
 * @param value a JSON object in UTF-8; it belongs to the receiver
 */
public record StreamRow(String key, AnswerPath answer, byte[] value) {}
