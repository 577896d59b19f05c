package org.mlanalytics.core.profile;

/**
 * An organisation of a user.
 *
 * @param id may be null
 * @param name may be null
 */
public record Organisation(String id, String name) {}
