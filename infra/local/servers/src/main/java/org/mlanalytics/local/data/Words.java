package org.mlanalytics.local.data;

import java.util.List;

/** What people write, with the characters that break careless programs. */
final class Words {

  static final List<String> GOALS =
      List.of(
          "Every child reads a page a day",
          "Attendance above 90 %\nin every grade",
          "A \"clean and green\" campus",
          "Parents at every monthly meeting",
          "हर बच्चा पढ़े",
          "Two experiments a week, in every section");

  static final List<String> TITLES =
      List.of(
          "Library revival",
          "Mathematics \"mela\"",
          "School kitchen garden",
          "Reading corner, grade 3",
          "Safe drinking water",
          "Bala painting",
          "Parents' council",
          "Science kits");

  static final List<String> TASKS =
      List.of(
          "Hold a meeting with the school management committee",
          "Clean the \"reading room\"",
          "List what is missing",
          "Collect books from the neighbourhood",
          "Train the monitors",
          "Put up the time-table\nin every class",
          "Visit another school",
          "Open day",
          "Show the results to parents",
          "कक्षा सजाएँ");

  static final List<String> SUB_TASKS =
      List.of(
          "Prepare the agenda",
          "Invite members",
          "Buy paint, brushes",
          "Sort by grade",
          "Write the minutes",
          "Take photographs",
          "Label the \"shelves\"",
          "Send the report");

  static final List<String> REMARKS =
      List.of(
          "Done on time",
          "Went \"well\", the children liked it",
          "Half of the parents came,\nthe others next month",
          "Waiting for funds; asked twice\r\nno reply yet",
          "C:\\photos\\day1 has the pictures",
          "बहुत अच्छा रहा",
          "Tab\tseparated, comma, and a 'quote'",
          "Postponed because of the rains");

  static final List<String> CATEGORIES =
      List.of("Infrastructure", "Students", "Teachers", "Community", "School Process");

  static final List<String> FIRST_NAMES =
      List.of("Asha", "Ravi", "Meena", "Joseph", "Fatima", "Gurpreet", "Lakshmi", "Anil", "Zoya");

  static final List<String> STATES =
      List.of("Karvana", "Nadipur", "Sagarpradesh", "Himgarh", "Vanachal", "Tatvani");

  static final List<String> BOARDS = List.of("State (Karvana)", "CBSE", "ICSE", "State (Nadipur)");

  static final List<String> ROLES = List.of("HM", "HM,DEO", "TEACHER", "BRC", "CRP,BRC", "DEO");

  static final List<String> USER_TYPES = List.of("teacher", "administrator", "student", "parent");

  static final List<String> SUBJECTS =
      List.of("Mathematics", "Science", "Languages", "Social Studies", "Arts", "Health");

  private Words() {}
}
