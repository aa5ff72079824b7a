/** Files as people have them, made up for the pictures. */

export const FAIR_VISITORS = `Name;E-Mail-Adresse;Firma;Telefon;Datum;Halle
Ute Krämer;ute@kraemer.example;Krämer AG;030 23125 401;17.11.2026;B4
Jon Berg;jon@berg-hotels.example;Berg Hotels;030 23125 402;17.11.2026;B4
Aya Sato;aya@sato-inns.example;Sato Inns;;18.11.2026;A1
Luc Petit;luc@petit.example;Maison Petit;;18.11.2026;A1
Eva Lind;eva@lind.example;Lind & Co;030 23125 405;03.02.2026;A1
;;;;18.11.2026;C2
`;

export const CAMPAIGN_COSTS = `Campaign performance
16 November 2026 - 17 November 2026
Campaign,Campaign ID,Day,Currency code,Cost,Impressions,Clicks
Spring openings,20411,2026-11-16,EUR,640.50,"24,105",311
Spring openings,20411,2026-11-17,EUR,"1,018.00","45,221",402
Total: Campaigns,--,--,EUR,"1,658.50","69,326",713
`;
