package org.mlanalytics.core.dataset;

import static org.mlanalytics.core.dataset.Column.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns that several datasets share: who a user is, where, and for which organisations. Sunbird
 * ML analytics 6.0.0, the parts that all of its batch scripts repeat.
 */
public final class ProfileColumns {

  public static final Column CHANNEL = text("channel", "userProfile.rootOrgId.");

  public static final Column PARENT_CHANNEL =
      text("parent_channel", "The installation's parent channel.");

  public static final Column BOARD_NAME =
      text("board_name", "userProfile.framework.board joined by commas, empty if there are none.");

  public static final Column USER_TYPE =
      text(
          "user_type",
          "Distinct types of userProfile.profileUserTypes in their order joined by commas, empty if there are none.");

  public static final Column ORGANISATION_ID =
      text(
          "organisation_id",
          "organisationId of an organisation of the user that is no school; one copy of the rows for each.");

  public static final Column ORGANISATION_NAME =
      text("organisation_name", "orgName of that organisation.");

  public static final Column STATE_EXTERNAL_ID =
      text("state_externalId", "id of the user's first location of type state.");

  public static final Column STATE_NAME =
      text("state_name", "name of the user's first location of type state.");

  public static final Column STATE_CODE =
      text("state_code", "code of the user's first location of type state.");

  public static final Column DISTRICT_EXTERNAL_ID =
      text("district_externalId", "id of the user's first location of type district.");

  public static final Column DISTRICT_NAME =
      text("district_name", "name of the user's first location of type district.");

  public static final Column DISTRICT_CODE =
      text("district_code", "code of the user's first location of type district.");

  public static final Column BLOCK_EXTERNAL_ID =
      text("block_externalId", "id of the user's first location of type block.");

  public static final Column BLOCK_NAME =
      text("block_name", "name of the user's first location of type block.");

  public static final Column BLOCK_CODE =
      text("block_code", "code of the user's first location of type block.");

  public static final Column CLUSTER_EXTERNAL_ID =
      text("cluster_externalId", "id of the user's first location of type cluster.");

  public static final Column CLUSTER_NAME =
      text("cluster_name", "name of the user's first location of type cluster.");

  public static final Column CLUSTER_CODE =
      text("cluster_code", "code of the user's first location of type cluster.");

  public static final Column SCHOOL_EXTERNAL_ID =
      text("school_externalId", "id of the user's first location of type school.");

  public static final Column SCHOOL_NAME =
      text("school_name", "name of the user's first location of type school.");

  public static final Column SCHOOL_CODE =
      text("school_code", "code of the user's first location of type school.");

  /** All of them, in order. */
  public static final List<Column> ALL =
      List.of(
          CHANNEL,
          PARENT_CHANNEL,
          BOARD_NAME,
          USER_TYPE,
          ORGANISATION_ID,
          ORGANISATION_NAME,
          STATE_EXTERNAL_ID,
          STATE_NAME,
          STATE_CODE,
          DISTRICT_EXTERNAL_ID,
          DISTRICT_NAME,
          DISTRICT_CODE,
          BLOCK_EXTERNAL_ID,
          BLOCK_NAME,
          BLOCK_CODE,
          CLUSTER_EXTERNAL_ID,
          CLUSTER_NAME,
          CLUSTER_CODE,
          SCHOOL_EXTERNAL_ID,
          SCHOOL_NAME,
          SCHOOL_CODE);

  private ProfileColumns() {}

  static List<Column> after(Column... own) {
    List<Column> columns = new ArrayList<>(List.of(own));
    columns.addAll(ALL);
    return columns;
  }
}
